using System.Globalization;

namespace GoldenPath.Reporting.Pages.Html;

/// <summary>Times and sizes as a person reads them.</summary>
internal static class Times
{
    /// <summary>Seconds, to the hundredth; short ones to the thousandth.</summary>
    public static string Seconds(double milliseconds) =>
        Math.Abs(milliseconds) < 995
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.000} s")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s");

    /// <summary>Bytes, kilobytes or megabytes.</summary>
    public static string Size(double bytes) =>
        bytes switch
        {
            < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} bytes"),
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        };

    /// <summary>A number in groups of three: <c>1,000</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 user</c>, <c>1,000 users</c>.</summary>
    public static string Count(long number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";
}
