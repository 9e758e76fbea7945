namespace GoldenPath.Docker.Containers;

/// <summary>What keeps a container from coming right, short of its end.</summary>
internal enum ContainerTrouble
{
    /// <summary>Its health check failed as often as its declaration allows.</summary>
    Unhealthy,

    /// <summary>It dies, is restarted, and dies again.</summary>
    CrashLoop,
}
