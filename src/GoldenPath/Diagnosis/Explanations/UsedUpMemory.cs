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
                IsEndOfRuntime(broken, service)
            )
            {
                Remedies = [.. Raise(service, sign), new($"Or let '{service.Name}' use less: its own words are quoted above.")],
            };

    // The kernel counted a kill, or a runtime aborted as it does where its own memory cannot be had. A program may get over any other word of it.
    private static bool IsEndOfRuntime(Case broken, ServiceFact service) =>
        broken.File.Memory is { Kills: > 0 } || service is { Signal: 6 or 9 } or { Code: 134 or 137 };

    private static IEnumerable<Remedy> Raise(ServiceFact service, Sign sign)
    {
        var text = string.Join('\n', sign.Entry.Lines.Take(40).Select(line => line.Text));
        if (
            Heap().Match(service.Declaration.Text) is { Success: true } given
            && (Java().IsMatch(text) || text.Contains("heap", StringComparison.Ordinal))
        )
        {
            yield return new(
                $"Raise {given.Value.Trim()} in the command of '{service.Name}' at {service.Declared}: what stands there outweighs the environment."
            );
        }
        else if (
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
        else if (text.Contains("System.OutOfMemory", StringComparison.Ordinal) || text.Contains("0x8007000E", StringComparison.Ordinal))
        {
            yield return new(
                "Let .NET use more of the machine's memory: raise or take away DOTNET_GCHeapHardLimit and what else limits its heap.",
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

    [GeneratedRegex(@"\s(-Xmx\w+|--max[-_]old[-_]space[-_]size=\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Heap();
}
