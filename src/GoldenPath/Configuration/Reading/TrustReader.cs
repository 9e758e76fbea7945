using System.Security.Cryptography;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads whose certificates are trusted, from beside the address that it concerns.</summary>
internal static class TrustReader
{
    public static IReadOnlyList<string> Keys { get; } = ["ca", "insecure"];

    /// <summary>Reads it.</summary>
    /// <param name="map">The mapping with the keys.</param>
    /// <param name="scheme">The scheme that it needs.</param>
    /// <param name="hasTls">Whether the address has that scheme; <c>null</c> where something is wrong with it already.</param>
    public static TrustDefinition Read(MapReader map, string scheme, bool? hasTls)
    {
        var (ca, insecure) = (map.Find("ca"), map.Find("insecure"));
        var trust = new TrustDefinition(ca is null ? null : Authority(ca), insecure?.Boolean() ?? false);
        if (ca is not null && trust.Insecure)
            insecure!.Problem("'ca' and 'insecure' exclude each other", "Remove insecure: what the authority has signed is trusted");
        if (hasTls == false)
            (ca ?? insecure)?.Problem("no certificate is shown without TLS", $"Write the URL with {scheme}://, or remove it");
        return trust;
    }

    private static string Authority(NodeReader reader)
    {
        var file = reader.File();
        try
        {
            reader.Check(!File.Exists(file) || TrustDefinition.Read(file).Count > 0, "holds no certificate");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            reader.Problem(
                $"file {reader.Quoted} holds no certificate that can be read",
                "Give the authority's certificate in PEM form: -----BEGIN CERTIFICATE-----"
            );
        }
        return file;
    }
}
