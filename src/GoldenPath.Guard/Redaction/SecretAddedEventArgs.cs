namespace GoldenPath.Guard.Redaction;

/// <summary>Says which secret became known.</summary>
/// <param name="secret">The secret itself.</param>
public sealed class SecretAddedEventArgs(string secret) : EventArgs
{
    /// <summary>The secret itself.</summary>
    public string Secret { get; } = secret;
}
