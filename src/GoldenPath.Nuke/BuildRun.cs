using System.Runtime.CompilerServices;
using GoldenPath.Pipeline;
using GoldenPath.Terminal;

namespace GoldenPath.Nuke;

/// <summary>The one run of a build, and the console that tells of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Console">The console.</param>
internal sealed record BuildRun(PipelineRun Run, PersonConsole Console)
{
    private static readonly ConditionalWeakTable<IGoldenPath, BuildRun> Runs = [];

    /// <summary>The run of a build; begun where there is none yet.</summary>
    public static BuildRun Of(IGoldenPath build) => Runs.GetValue(build, Begin);

    /// <summary>Says what a build's command came to; nothing where no run was begun.</summary>
    public static void Conclude(IGoldenPath build)
    {
        if (Runs.TryGetValue(build, out var begun))
        {
            begun.Console.Conclude(begun.Run.AnswerAsync().GetAwaiter().GetResult());
        }
    }

    // A build that is not GoldenPath's own shows its engine's log, as all its other targets do.
    private static BuildRun Begin(IGoldenPath build)
    {
        var own = build as GoldenPathBuild;
        var isLogged = own is not { IsVerbose: false };
#pragma warning disable CA2000 // Dispose objects before losing scope: console and run live as long as the build
        var console = PersonConsole.OnStandardOutput(own?.Least ?? LineKind.Detail, new EngineLog(isLogged).Take, isLive: !isLogged);
        return new(RunParts.Create(build.ToSettings(), console), console);
#pragma warning restore CA2000
    }
}
