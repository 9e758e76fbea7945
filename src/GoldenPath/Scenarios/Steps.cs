namespace GoldenPath.Scenarios;

/// <summary>The names of the steps of a walk, as violations bear them.</summary>
internal static class Steps
{
    public const string Login = "login";
    public const string Connect = "connect";
    public const string Ready = "ready";
    public const string Reconnect = "reconnect";
    public const string DenyBadToken = "deny-bad-token";
}
