namespace GoldenPath.Configuration;

/// <summary>The JSON schema of <c>goldenpath.yml</c>, draft 7, by which editors complete and check it.</summary>
internal static class ConfigurationSchema
{
    /// <summary>The file's usual name.</summary>
    public const string FileName = "goldenpath.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Read()
    {
        using var reader = new StreamReader(typeof(ConfigurationSchema).Assembly.GetManifestResourceStream(FileName)!);
        return reader.ReadToEnd();
    }
}
