namespace GoldenPath.Nuke.CommandLine;

/// <summary>The words of a command as the engine takes them: targets up to the first option, then options, each with the words up to the next one.</summary>
internal sealed record CommandWords(IReadOnlyList<string> Targets, IReadOnlyList<GivenOption> Options)
{
    /// <summary>The words that this process was started with.</summary>
    public static CommandWords OfProcess() => Read([.. Environment.GetCommandLineArgs().Skip(1)]);

    /// <summary>Sorts the words.</summary>
    public static CommandWords Read(IReadOnlyList<string> words)
    {
        var options = new List<GivenOption>();
        for (var start = words.TakeWhile(word => !IsOption(word)).Count(); start < words.Count; )
        {
            var option = new GivenOption(words[start], [.. words.Skip(start + 1).TakeWhile(word => !IsOption(word))]);
            options.Add(option);
            start += 1 + option.Values.Count;
        }

        return new([.. words.TakeWhile(word => !IsOption(word))], options);
    }

    /// <summary>The last option of a name, which is the one that counts; <c>null</c> where there is none.</summary>
    public GivenOption? Find(string name) => Options.LastOrDefault(option => option.Is(name));

    /// <summary>Whether a word asks for something that is answered here: the build has no option of that name.</summary>
    public bool Asks(BuildVocabulary vocabulary, string name) => Find(name) is { } given && vocabulary.Find(given) is null;

    /// <summary>The command without an option.</summary>
    public CommandWords Without(string name) => this with { Options = [.. Options.Where(option => !option.Is(name))] };

    private static bool IsOption(string word) => word.StartsWith('-');
}
