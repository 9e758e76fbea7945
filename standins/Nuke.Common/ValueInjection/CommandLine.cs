#nullable enable

namespace Nuke.Common.ValueInjection;

/// <summary>The arguments of the process: words up to the first option are targets, an option takes the words up to the next.</summary>
internal sealed class CommandLine(IReadOnlyList<string> arguments)
{
    public static CommandLine Current { get; } = new([.. Environment.GetCommandLineArgs().Skip(1)]);

    public IReadOnlyList<string> Arguments => arguments;

    public IReadOnlyList<string> Positional => [.. arguments.TakeWhile(x => !IsOption(x))];

    public static bool IsOption(string argument) => argument.StartsWith('-');

    public bool Has(string name) => IndexOf(name) >= 0;

    public object? Find(string name, Type type, char separator)
    {
        var index = IndexOf(name);
        return index < 0 ? null : Convert(name, [.. arguments.Skip(index + 1).TakeWhile(x => !IsOption(x))], type, separator);
    }

    public object? FindPositional(Type type, char separator) =>
        Positional is { Count: > 0 } words ? Convert("targets", words, type, separator) : null;

    private static object? Convert(string name, IReadOnlyList<string> words, Type type, char separator)
    {
        Assert.True(
            words.Count <= 1 || !words.Any(x => x.Contains(separator, StringComparison.Ordinal)),
            $"Argument '{name}' mixes words and '{separator}': {string.Join(' ', words)}"
        );
        var values = words.SelectMany(x => x.Split(separator)).Where(x => !string.IsNullOrWhiteSpace(x)).ToList();
        return ValueConverter.Convert(name, values, type, flag: true);
    }

    // The last one wins.
    private int IndexOf(string name)
    {
        for (var index = arguments.Count - 1; index >= 0; index--)
        {
            if (IsOption(arguments[index]) && Plain(arguments[index]).Equals(Plain(name), StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
