#nullable enable
using System.Collections;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The words of a command line; what has no value adds none.</summary>
internal sealed class CommandWords(string command) : IEnumerable<string>
{
    private readonly List<string> _words = [command];

    public CommandWords Add(string? word)
    {
        if (!string.IsNullOrWhiteSpace(word))
            _words.Add(word);
        return this;
    }

    public CommandWords AddFlag(string flag, bool? value) => value == true ? Add(flag) : this;

    public CommandWords AddOption(string option, string? value) => string.IsNullOrWhiteSpace(value) ? this : Add(option).Add(value);

    public CommandWords AddOptions(string option, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            AddOption(option, value);
        return this;
    }

    public CommandWords AddProperties(IEnumerable<KeyValuePair<string, object>>? properties)
    {
        foreach (var (name, value) in properties ?? [])
            Add($"--property:{name}={value}");
        return this;
    }

    public CommandWords With(ToolOptions options)
    {
        foreach (var word in options.ProcessAdditionalArguments ?? [])
            Add(word);
        return this;
    }

    public IEnumerator<string> GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
