using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>Keeps packages between runs, with the action pinned by commit.</summary>
public sealed class PinnedCacheStep : GitHubActionsStep
{
    /// <summary>What is kept.</summary>
    public IReadOnlyList<string> IncludePatterns { get; init; } = [];

    /// <summary>What of it is not.</summary>
    public IReadOnlyList<string> ExcludePatterns { get; init; } = [];

    /// <summary>The files whose content decides whether the cache still fits.</summary>
    public IReadOnlyList<string> KeyFiles { get; init; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Cache: {string.Join(", ", IncludePatterns)}'");
        writer.WriteLine("  uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5");
        writer.WriteLine("  with:");
        writer.WriteLine("    path: |");
        foreach (var pattern in IncludePatterns.Concat(ExcludePatterns.Select(pattern => "!" + pattern)))
        {
            writer.WriteLine($"      {pattern}");
        }

        var files = string.Join(", ", KeyFiles.Select(file => $"'{file}'"));
        writer.WriteLine($"    key: ${{{{ runner.os }}}}-${{{{ hashFiles({files}) }}}}");
    }
}
