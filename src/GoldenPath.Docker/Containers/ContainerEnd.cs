using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>How a container ended.</summary>
/// <param name="Code">Its exit code, 128 and more for a signal; <c>null</c> where the engine told none.</param>
/// <param name="OutOfMemory">Whether the kernel killed a process in it for want of memory.</param>
/// <param name="SignalSent">The number of the signal that somebody sent through the engine; <c>null</c> for none.</param>
/// <param name="Removed">Whether somebody removed it.</param>
internal sealed record ContainerEnd(int? Code, bool OutOfMemory, string? SignalSent, bool Removed)
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    /// <summary>The number of the signal that its code stands for; <c>null</c> where it exited by itself.</summary>
    public int? Signal => Code is > SignalBase and <= SignalBase + LastSignal ? Code - SignalBase : null;

    /// <summary>The same in the terms of processes.</summary>
    public ProcessExit ToProcessExit() => Signal is { } signal ? new ProcessExit(null, signal) : new ProcessExit(Code, null);
}
