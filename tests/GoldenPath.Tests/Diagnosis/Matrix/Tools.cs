namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>What this machine has.</summary>
internal static class Tools
{
    /// <summary>What a fault needs and this machine lacks; <c>null</c> where nothing is missing.</summary>
    public static string? Missing(Fault fault) => fault.Needs.FirstOrDefault(need => !Has(need)) is { } need ? $"{need} is not here" : null;

    private static bool Has(string need) =>
        need switch
        {
            "root" => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "linux" => OperatingSystem.IsLinux(),
            _ => (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, need))),
        };
}
