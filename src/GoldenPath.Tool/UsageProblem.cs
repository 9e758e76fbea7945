using System.CommandLine;
using System.CommandLine.Parsing;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tool;

/// <summary>What is wrong with a command line, in one line that ends with what to write instead.</summary>
internal static class UsageProblem
{
    /// <summary>The first thing that is wrong; <c>null</c> where nothing is.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="parsed">How it was understood.</param>
    public static string? Of(IReadOnlyList<string> arguments, ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.Directive)
            ? null // A shell asks what may come next: what it hands over is not finished.
            : FlagWithValue(arguments, parsed) ?? Unknown(parsed) ?? WithoutValue(parsed) ?? Other(parsed);

    private static string? Unknown(ParseResult parsed) =>
        parsed.UnmatchedTokens is not [var word, ..] ? null
        : word.StartsWith('-') ? NoOption(word, parsed.CommandResult.Command)
        : NoCommand(word, parsed.CommandResult.Command);

    private static string NoOption(string word, Command command)
    {
        var name = word.Split('=', ':')[0];
        return $"There is no option '{name}'. {Suggestion.For(name, [.. Options(command).Select(option => option.Name)])}";
    }

    private static string NoCommand(string word, Command command)
    {
        if (command.Subcommands.Count == 0)
        {
            return $"'{command.Name}' takes no '{word}'. {Help(command)}";
        }

        // People know commands by the names of their targets too: whichever is meant, the short name is told.
        var known = command.Subcommands.SelectMany(one => one.Aliases.Append(one.Name)).Distinct();
        var instead = Suggestion.Nearest(word, known) is { } near
            ? $"Did you mean '{near}'?"
            : Suggestion.For(word, [.. command.Subcommands.Select(one => one.Name)]);
        return $"There is no command '{word}'. {instead}";
    }

    private static string? FlagWithValue(IReadOnlyList<string> arguments, ParseResult parsed) =>
        Options(parsed.CommandResult.Command)
            .Where(option => option.ValueType == typeof(bool))
            .Select(flag =>
                arguments.FirstOrDefault(word => word.StartsWith(flag.Name + "=", StringComparison.Ordinal)) is { } given
                    ? $"'{given}': {flag.Name} stands alone and takes no value."
                    : null
            )
            .FirstOrDefault(problem => problem is not null);

    // What begins like an option is none's value: it was forgotten, or the option after it is misspelt.
    private static string? WithoutValue(ParseResult parsed) =>
        Options(parsed.CommandResult.Command)
            .Select(option => parsed.GetResult(option))
            .OfType<OptionResult>()
            .Where(given => !given.Implicit && given.Option.Arity.MinimumNumberOfValues > 0)
            .Where(given => given.Tokens.All(token => token.Value.Length == 0 || token.Value.StartsWith("--", StringComparison.Ordinal)))
            .Select(given => $"'{given.Option.Name}' needs a value: {given.Option.Name} {given.Option.HelpName}.")
            .FirstOrDefault();

    private static string? Other(ParseResult parsed) =>
        parsed.Errors is [var first, ..] ? $"{first.Message} {Help(parsed.CommandResult.Command)}" : null;

    private static string Help(Command command) =>
        $"'{Commands.Name}{(command is RootCommand ? "" : " " + command.Name)} --help' lists what it takes.";

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));
}
