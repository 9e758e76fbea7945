namespace GoldenPath.Configuration;

/// <summary>A volume as Docker writes it: <c>source:target[:mode]</c>.</summary>
/// <param name="Source">A path of this machine, or the name of a volume; <c>null</c> for a volume without a name.</param>
/// <param name="Target">The path inside the container.</param>
/// <param name="Mode">Options such as <c>ro</c>; empty for none.</param>
internal sealed record VolumeMapping(string? Source, string Target, string Mode)
{
    /// <summary>Whether the source is a path, and not the name of a volume.</summary>
    public bool IsPath => Source is not null && (Source[0] is '.' or '/' or '~' or '\\' || HasDrive(Source));

    /// <summary>Reads a mapping.</summary>
    /// <returns><c>null</c> where the text is none.</returns>
    public static VolumeMapping? TryParse(string text)
    {
        // The colon of a drive is no separator.
        var head = HasDrive(text) ? 2 : 0;
        var parts = text[head..].Split(':');
        parts[0] = text[..head] + parts[0];
        return parts switch
        {
            [var target] when IsTarget(target) => new VolumeMapping(null, target, ""),
            [{ Length: > 0 } source, var target] when IsTarget(target) => new VolumeMapping(source, target, ""),
            [{ Length: > 0 } source, var target, { Length: > 0 } mode] when IsTarget(target) => new VolumeMapping(source, target, mode),
            _ => null,
        };
    }

    private static bool IsTarget(string text) => text.StartsWith('/');

    private static bool HasDrive(string text) => text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/';
}
