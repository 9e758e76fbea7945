namespace GoldenPath.Tests.Samples;

/// <summary>The certificate of some authority, which examples name; made once, as a key takes its time.</summary>
internal static class Authority
{
    /// <summary>The certificate as PEM.</summary>
    public static string Certificate { get; } = Make();

    private static string Make()
    {
        using var authority = new TestAuthority();
        return File.ReadAllText(authority.CertificateFile);
    }
}
