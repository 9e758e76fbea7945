using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Stopping;

/// <summary>In which order services are stopped: who needs others first, independent ones side by side.</summary>
internal static class StopOrder
{
    public static IReadOnlyList<IReadOnlyList<LeasedService>> Waves(IReadOnlyList<LeasedService> services)
    {
        List<IReadOnlyList<LeasedService>> waves = [];
        List<LeasedService> left = [.. services];
        while (left.Count > 0)
        {
            List<LeasedService> wave =
            [
                .. left.Where(service => !left.Any(other => other.Needs.Contains(service.Name) && other != service)),
            ];
            waves.Add(wave.Count > 0 ? wave : [.. left]); // A circle of needs has no order: all at once.
            left.RemoveAll(waves[^1].Contains);
        }
        return waves;
    }
}
