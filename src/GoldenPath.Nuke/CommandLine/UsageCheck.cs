using GoldenPath.Configuration.Reading;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Nuke.CommandLine;

/// <summary>Finds what is wrong with a command, which the engine would not: it ignores options that it does not know, and takes the default for values that it cannot read.</summary>
/// <param name="vocabulary">What the build knows.</param>
/// <param name="words">The command.</param>
internal sealed class UsageCheck(BuildVocabulary vocabulary, CommandWords words)
{
    private const string TargetOption = "target";
    private const string SkipOption = "skip";
    private const string ProfileOption = "profile";

    private static readonly string SeeHelp = $"'{RunSettings.OwnCommand} --help' lists what there is.";

    /// <summary>The first thing that is wrong, in one line without secrets; <c>null</c> where nothing is.</summary>
    public static string? Problem(BuildVocabulary vocabulary, CommandWords words) =>
        new UsageCheck(vocabulary, words).Problem() is { } problem
            ? TerminalText.Line(Redactor.FromEnvironment().Redact(problem).ReplaceLineEndings(" "))
            : null;

    private string? Problem() =>
        words
            .Targets.Select(NoTarget)
            .Concat(words.Options.Select(Problem))
            .Concat(CommandParameters.Of(words).ToSettings().Problems)
            .FirstOrDefault(problem => problem is not null);

    private string? Problem(GivenOption given)
    {
        if (vocabulary.Find(given) is not { } known)
        {
            return NoOption(given);
        }

        var mayStandAlone = known.IsSwitch || given.Is(SkipOption) || given.Is(BuildRoot.Option);
        return !mayStandAlone && given.Values.All(string.IsNullOrWhiteSpace) ? NoValue(known, given)
            : given.Values.Count > 1 && !known.IsList ? TooMuch(known, given)
            : given.Values.Select(value => WrongValue(known, given, value)).FirstOrDefault(problem => problem is not null);
    }

    private string? NoTarget(string word)
    {
        var parts = word.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? "An empty word is no target; leave it out to run the default one."
            : parts.FirstOrDefault(part => !vocabulary.IsTarget(part)) is not { } unknown ? null
            : vocabulary.Find(new GivenOption(unknown, [])) is { } option ? $"There is no target '{unknown}', but an option: {option.Name}."
            : $"There is no target '{unknown}'. {Nearest(unknown, vocabulary.Targets)}";
    }

    private string NoOption(GivenOption given)
    {
        var name = given.Written.Split('=', 2)[0];
        return vocabulary.Find(new GivenOption(name, [])) is { } known
                ? $"'{known.Name}' is followed by its value as a word of its own: {known.Name} VALUE, not {known.Name}=VALUE."
            : vocabulary.IsTarget(name)
                ? $"There is no option '{name}', but a target, which has no dashes: {RunSettings.OwnCommand} {GivenOption.Plain(name)}"
            : $"There is no option '{name}'. {Nearest(name, [.. vocabulary.Options.Select(option => option.Name).Distinct()])}";
    }

    private string NoValue(KnownOption known, GivenOption given) =>
        words.Options.SkipWhile(option => option != given).Skip(1).FirstOrDefault()?.Written is ['-', >= '0' and <= '9', ..] negative
            ? $"'{known.Name}' cannot take '{negative}': what begins with a dash is an option."
            : $"'{known.Name}' needs a value{Purpose(known)}.";

    private string? WrongValue(KnownOption known, GivenOption given, string value) =>
        given.Is(TargetOption) || given.Is(SkipOption) ? NoTarget(value)
        : known.Instead(value) is { } instead
            ? known.IsSwitch ? TooMuch(known, given)
                : $"'{known.Name}' takes {instead}, not '{Hidden(known, value)}'."
        : given.Is(BuildRoot.Option) && !Directory.Exists(value) ? $"'{known.Name}' takes a folder, and there is no '{value}'."
        : given.Is(ProfileOption) && BuildRoot.MissingProfile(words, value) is { } file
            ? $"'{known.Name} {value}' is the file {file}, which is not there."
        : null;

    private string TooMuch(KnownOption known, GivenOption given)
    {
        var takes = known.IsSwitch ? "means yes by itself, and takes at most true or false" : "takes one value";
        var strays = given.Values.Skip(known.IsSwitch ? 0 : 1).ToList();
        if (!strays.TrueForAll(vocabulary.IsTarget))
        {
            return $"'{known.Name}' {takes}, not '{Hidden(known, string.Join(' ', given.Values))}'.";
        }

        var kept = known.IsSwitch ? known.Name : $"{known.Name} {Hidden(known, given.Value!)}";
        return $"'{known.Name}' {takes}. Targets come before options: {RunSettings.OwnCommand} {string.Join(' ', [.. words.Targets, .. strays])} {kept}";
    }

    private static string Hidden(KnownOption known, string text) => known.IsSecret ? Redactor.Replacement : text;

    private static string Purpose(KnownOption known) =>
        known.Description is { Length: > 0 } text
            ? ": "
                + char.ToLowerInvariant(text[0])
                + text.Split([" - Default", ". Default"], 2, StringSplitOptions.None)[0].TrimEnd('.')[1..]
            : "";

    private static string Nearest(string word, IReadOnlyCollection<string> known) =>
        Suggestion.Nearest(word, known) is { } near ? $"Did you mean '{near}'?" : SeeHelp;
}
