namespace GoldenPath.Guard.Redaction;

/// <summary>A secret found in a text.</summary>
/// <param name="Context">Where the text begins that shows it to be a secret.</param>
/// <param name="Start">Where the secret begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Replacement">What stands for it.</param>
/// <param name="IsKey">Whether it is the body of a private key, which goes on over several lines.</param>
internal readonly record struct SecretMatch(int Context, int Start, int End, string Replacement = Redactor.Replacement, bool IsKey = false);
