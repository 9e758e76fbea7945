namespace GoldenPath.SmokeTests;

/// <summary>What somebody logs in with.</summary>
internal sealed record Credentials(string Email, string Password);
