namespace GoldenPath.Docker.Containers;

/// <summary>What keeps a container from coming right, short of its end.</summary>
internal enum ContainerTrouble
{
    /// <summary>Its health check failed as often as its declaration allows.</summary>
    Unhealthy,

    /// <summary>It dies, is restarted, and dies again.</summary>
    CrashLoop,

    /// <summary>Somebody paused it, and left it so.</summary>
    Paused,

    /// <summary>Somebody took a network away from it.</summary>
    NetworkLost,

    /// <summary>The kernel killed a process in it for want of memory, and its main process lives on.</summary>
    OutOfMemoryInside,
}
