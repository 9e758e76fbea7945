using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>A service that ended although nobody had asked it to, or that will not come right any more.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Exit">How it ended; <c>null</c> where it broke short of its end: unhealthy, its container engine gone.</param>
/// <param name="Timestamp">When that was noticed, by <see cref="TimeProvider.GetTimestamp"/>.</param>
/// <param name="At">When that was noticed, as wall-clock time.</param>
/// <param name="Process">The process.</param>
internal sealed record ServiceEnd(string Service, ProcessExit? Exit, long Timestamp, DateTimeOffset At, ISupervisedService Process);
