using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service's runtime gave up because memory ran out.</summary>
internal sealed partial class UsedUpMemory : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.OutOfMemory];

    public Account? Explain(Case broken, ServiceFact service, Sign sign) =>
        !broken.HasEnded
            ? null
            : new(
                Causes.OutOfMemory,
                $"Service '{service.Name}' ran out of memory: {sign.Seen.Text}",
                "Its runtime says that memory ran out.",
                broken.HasFailed
            )
            {
                Remedies = [.. Raise(service, sign), new($"Or let '{service.Name}' use less: its own words are quoted above.")],
            };

    private static IEnumerable<Remedy> Raise(ServiceFact service, Sign sign)
    {
        var text = string.Join('\n', sign.Entry.Lines.Take(40).Select(line => line.Text));
        if (
            text.Contains("JavaScript heap", StringComparison.Ordinal)
            || text.Contains("V8", StringComparison.Ordinal)
            || text.Contains("FATAL ERROR: ", StringComparison.Ordinal)
        )
        {
            yield return new(
                "Give Node.js a larger heap.",
                OperatingSystem.IsWindows()
                    ? "$env:NODE_OPTIONS = '--max-old-space-size=4096'"
                    : "export NODE_OPTIONS=--max-old-space-size=4096"
            );
        }
        else if (Java().IsMatch(text))
        {
            yield return new(
                "Give the Java machine a larger heap.",
                OperatingSystem.IsWindows() ? "$env:JAVA_TOOL_OPTIONS = '-Xmx2g'" : "export JAVA_TOOL_OPTIONS=-Xmx2g"
            );
        }
        else if (text.Contains("Allowed memory size", StringComparison.Ordinal))
        {
            yield return new("Raise memory_limit of PHP in php.ini, or for this command.", "php -d memory_limit=1G SCRIPT");
        }
        else if (text.Contains("System.OutOfMemory", StringComparison.Ordinal))
        {
            yield return new(
                "Let .NET use more of the machine's memory.",
                OperatingSystem.IsWindows() ? "$env:DOTNET_GCHeapHardLimitPercent = '5A'" : "export DOTNET_GCHeapHardLimitPercent=5A"
            );
        }
        else
        {
            yield return new(
                $"Give '{service.Name}' more memory: a container's limit, or that of the shell that starts it.",
                OperatingSystem.IsWindows() ? null : "ulimit -v unlimited"
            );
        }
    }

    [GeneratedRegex(
        @"java\.lang|Java heap|GC overhead|insufficient memory for the Java|object heap|Metaspace",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Java();
}
