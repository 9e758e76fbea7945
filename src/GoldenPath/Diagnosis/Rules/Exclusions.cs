using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The causes that captured facts exclude.</summary>
internal static partial class Exclusions
{
    private const int MostLines = 60; // of one entry

    private static readonly (string Cause, Func<Case, bool> IsExcluded)[] Table =
    [
        (Causes.ServiceNotStarted, broken => broken.Service is { IsExternal: false, State: not ServiceState.NotStarted }),
        (Causes.ProcessExited, broken => !Says(broken, Ended()) && broken.Service is { State: ServiceState.Running }),
        (
            Causes.ProcessKilled,
            broken =>
                !Says(broken, Killed())
                && broken.Service is { State: ServiceState.Running } or { State: ServiceState.Ended, Signal: null, Code: < 128 }
        ),
        (
            Causes.PortInUse,
            broken =>
                !Speaks(broken, SignKind.AddressInUse)
                && broken.Port(broken.Service?.Port) is { } port
                && port.Listeners.All(listener => listener.Service == broken.Service!.Name)
        ),
        (Causes.PortNotListening, broken => broken.Service is { State: ServiceState.Running } service && Listens(broken, service)),
        (
            Causes.DiskFull,
            broken => !Speaks(broken, SignKind.DiskFull) && broken.File.Disks.Count > 0 && broken.File.Disks.All(disk => !disk.IsFull)
        ),
        (
            Causes.OutOfMemory,
            broken => !Speaks(broken, SignKind.OutOfMemory) && broken.File.Memory is { Kills: 0 } or { KillsOnMachine: 0 }
        ),
    ];

    // What a log tells of, in whatever entry and manner, is not excluded by what was looked at later.
    private static bool Speaks(Case broken, SignKind kind) => Lines(broken).Any(line => Vocabulary.Tells(kind, line));

    private static bool Says(Case broken, Regex words) => Lines(broken).Any(words.IsMatch);

    private static IEnumerable<string> Lines(Case broken) =>
        broken
            .File.Services.Select(service => service.Log)
            .OfType<string>()
            .Select(broken.StoryOf)
            .Append(broken.TestStory)
            .OfType<Story>()
            .SelectMany(story => story.Signs)
            .SelectMany(sign => sign.Entry.Lines.Take(MostLines))
            .Select(line => line.Text)
            .Concat(broken.Failure.Details);

    private static bool Listens(Case broken, ServiceFact service) =>
        broken.File.Ports.Any(port => port.Listeners.Any(listener => listener.Service == service.Name));

    /// <summary>What is excluded, apart from what is said.</summary>
    public static IReadOnlyList<string> Of(Case broken, string said) =>
        [.. Table.Where(row => row.Cause != said && row.IsExcluded(broken)).Select(row => row.Cause)];

    [GeneratedRegex(
        @"\bcrash(ed)?\b|\bexit(ed|s)?\b.{0,40}\b(code|status)\b|FATAL state|\bexited\b|respawn",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Ended();

    [GeneratedRegex(@"\bKilled\b|\bSIG(KILL|TERM|INT)\b|signal (9|15)\b", Phrase.Options, Phrase.Timeout)]
    private static partial Regex Killed();
}
