using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.Logging;

namespace Nuke.Common;

/// <summary>Where a build runs, and how its output looks there.</summary>
public class Host
{
    protected Host() => Instance = this;

    internal static IReadOnlyList<string> Names { get; } = [nameof(GitHubActions), nameof(Terminal)];

    internal static Host Instance { get; private set; }

    internal virtual Palette Palette { get; } = Palette.ForTerminal();

    protected internal virtual IDisposable WriteBlock(string text)
    {
        Debug();
        Debug("╬" + new string('═', text.Length + 5));
        Debug($"║ {Palette.Paint(PaletteColor.Information, text)}");
        Debug("╬" + new string('═', Math.Max(text.Length - 4, 2)));
        Debug();
        return Block.Empty;
    }

    protected internal virtual void ReportWarning(string text, string details = null) { }

    protected internal virtual void ReportError(string text, string details = null) { }

    /// <summary>Whether the host takes this message for itself, so that it must not be logged.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    internal static Host Create(string name)
    {
        if (name is null)
            return EnvironmentInfo.HasVariable("GITHUB_ACTIONS") ? new GitHubActions() : new Terminal();
        return Names.SingleOrDefault(x => x.EndsWith(name, StringComparison.OrdinalIgnoreCase)) switch
        {
            nameof(GitHubActions) => new GitHubActions(),
            nameof(Terminal) => new Terminal(),
            _ => throw new ArgumentException($"There is no host '{name}'. Known hosts: {string.Join(", ", Names)}."),
        };
    }

    internal static void Success(string text = null) => Instance.Palette.WriteLine(PaletteColor.Success, text);

    internal static void Debug(string text = null) => Instance.Palette.WriteLine(PaletteColor.Debug, text);

    internal static void Information(string text = null) => Instance.Palette.WriteLine(PaletteColor.Information, text);

    internal static void Warning(string text = null) => Instance.Palette.WriteLine(PaletteColor.Warning, text);

    internal static void Error(string text = null) => Instance.Palette.WriteLine(PaletteColor.Error, text);
}
