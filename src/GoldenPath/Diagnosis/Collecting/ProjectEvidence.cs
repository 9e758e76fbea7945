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

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(subject.Settings.Root));
        for (
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(process.Directory));
            folder is not null && folder.StartsWith(root, StringComparison.Ordinal);
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
}
