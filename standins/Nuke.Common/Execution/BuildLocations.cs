#nullable enable
using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Where a build lives: its root directory, its assembly and its project.</summary>
internal static class BuildLocations
{
    public static AbsolutePath FindRoot()
    {
        if (ParameterValues.Instance.Find<AbsolutePath>(ParameterNames.Root) is { } root)
            return root;
        return CommandLine.Current.Has(ParameterNames.Root)
            ? EnvironmentInfo.WorkingDirectory
            : FindRootAbove(EnvironmentInfo.WorkingDirectory);
    }

    public static AbsolutePath? FindAssembly()
    {
        var entry = Assembly.GetEntryAssembly();
        return string.IsNullOrEmpty(entry?.Location) ? null : (AbsolutePath)entry.Location;
    }

    public static AbsolutePath? FindProject(AbsolutePath? assembly)
    {
        for (var folder = assembly?.Parent; folder is not null; folder = folder.Parent)
        {
            var projects = Directory.GetFiles(folder, "*.csproj");
            Assert.True(projects.Length < 2, $"Found multiple project files in '{folder}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        return null;
    }

    private static AbsolutePath FindRootAbove(AbsolutePath start)
    {
        // The home folder, where there is one, has a .nuke of its own, which marks no build.
        AbsolutePath? home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } path ? path : null;
        for (var folder = start; folder is not null && folder != home; folder = folder.Parent)
        {
            if (Directory.Exists(folder / ".nuke"))
                return folder;
        }

        throw new InvalidOperationException(
            $"Could not locate a '.nuke' directory while walking up from '{start}'. Create one in the root, or add '--root [path]'."
        );
    }
}
