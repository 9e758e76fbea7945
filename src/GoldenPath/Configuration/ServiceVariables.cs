namespace GoldenPath.Configuration;

/// <summary>The environment variables by which a test command finds a service.</summary>
internal static class ServiceVariables
{
    /// <summary>What the names of a service's variables begin with: <c>GOLDENPATH_BACKEND</c>.</summary>
    public static string Prefix(string service) => "GOLDENPATH_" + service.Replace('-', '_').ToUpperInvariant();
}
