namespace GoldenPath.Tests.Services;

/// <summary>Commands that start the misbehaving service.</summary>
internal static class Misbehaving
{
    /// <summary>The command line; several behaviours are separated by <c>+</c>.</summary>
    public static IReadOnlyList<string> Command(string behaviours) =>
        [
            "dotnet",
            "exec",
            Path.Combine(AppContext.BaseDirectory, "MisbehavingService.dll"),
            .. behaviours.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
}
