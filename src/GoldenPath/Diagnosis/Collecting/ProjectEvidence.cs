using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Looks which package managers' files a service's folder has, or the nearest folder above it within the checkout.</summary>
internal static class ProjectEvidence
{
    private static readonly string[] Known =
    [
        "pnpm-lock.yaml",
        "yarn.lock",
        "bun.lock",
        "bun.lockb",
        "package-lock.json",
        "package.json",
        "uv.lock",
        "poetry.lock",
        "Pipfile.lock",
        "Pipfile",
        "requirements.txt",
        "pyproject.toml",
        "Gemfile.lock",
        "Gemfile",
        "composer.json",
        "go.mod",
        "Cargo.lock",
        "mix.exs",
        "pom.xml",
        "build.gradle",
        "build.gradle.kts",
    ];

    public static IReadOnlyList<ProjectFact> Collect(CaptureSubject subject) =>
        [.. subject.Definition.Services.Select(service => Fact(subject, service)).OfType<ProjectFact>()];

    private static ProjectFact? Fact(CaptureSubject subject, ServiceDefinition service)
    {
        if (service.Host is not ProcessHostDefinition process)
        {
            return null;
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(subject.Definition.Directory));
        root = IsWithin(root, subject.Settings.Root) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(subject.Settings.Root)) : root;
        for (
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(process.Directory));
            folder is not null && IsWithin(folder, root);
            folder = Path.GetDirectoryName(folder)
        )
        {
            if (Known.Where(name => File.Exists(Path.Combine(folder, name))).ToList() is { Count: > 0 } files)
            {
                return new(service.Name, folder, files);
            }
        }

        return null;
    }

    private static bool IsWithin(string folder, string root) =>
        (folder + Path.DirectorySeparatorChar).StartsWith(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
