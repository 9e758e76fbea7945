using System.Globalization;
using System.Text.Json;

namespace GoldenPath.Scenarios.Events;

/// <summary>Reads the time of an event: ISO 8601 text, Unix seconds (also as a fraction) or Unix milliseconds.</summary>
internal static class Timestamps
{
    /// <summary>From here on a number means milliseconds: as seconds it would be the year 5138.</summary>
    private const double FirstMilliseconds = 1e11;

    private static readonly double LastMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The time of a payload; <c>null</c> where it has none that can be read.</summary>
    public static DateTimeOffset? Read(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("timestamp", out var value) ? ReadValue(value) : null;

    private static DateTimeOffset? ReadValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => FromUnix(number),
            JsonValueKind.String => FromText(value.GetString()!),
            _ => null,
        };

    private static DateTimeOffset? FromText(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FromUnix(number)
        : null;

    private static DateTimeOffset? FromUnix(double number)
    {
        var milliseconds = number < FirstMilliseconds ? number * 1000 : number;
        return milliseconds >= 0 && milliseconds <= LastMilliseconds
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
    }
}
