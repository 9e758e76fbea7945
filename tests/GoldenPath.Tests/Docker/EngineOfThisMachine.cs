using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>The engine that the specs use: the one that DOCKER_HOST, the context or the default socket lead to, or else one of their own.</summary>
internal static class EngineOfThisMachine
{
    public const string Missing =
        "These specs need a container engine: set DOCKER_HOST, start Docker, or run '.ci/docker install' as root.";

    /// <summary>Why engine specs are skipped; <c>null</c> where they run. In CI they always run, and fail where there is no engine.</summary>
    public static string? ReasonToSkip { get; } =
        Environment.GetEnvironmentVariable("CI") == "true" || Find() is not null || OwnEngine.IsPossible ? null : Missing;

    /// <summary>The address of an engine that was there before the specs; <c>null</c> for none.</summary>
    public static LocatedEngine? Find()
    {
        try
        {
            var address = EngineLocator.ForThisProcess.Locate();
            EngineDoor.KnockAsync(address, CancellationToken.None).Wait();
            return address;
        }
        catch (AggregateException e) when (e.InnerException is PipelineException)
        {
            return null;
        }
    }
}
