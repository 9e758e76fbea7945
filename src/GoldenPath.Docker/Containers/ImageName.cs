namespace GoldenPath.Docker.Containers;

/// <summary>The name of an image, split as registries do: <c>[registry/]repository[:tag][@digest]</c>.</summary>
internal sealed record ImageName(string Registry, string Repository, string Tag)
{
    private const string Hub = "docker.io";

    /// <summary>Splits a name. Without a tag it means <c>latest</c>, without a registry Docker Hub.</summary>
    public static ImageName Parse(string text)
    {
        var (rest, tag) =
            text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..])
            : text.LastIndexOf(':') is var colon && colon > text.LastIndexOf('/') ? (text[..colon], text[(colon + 1)..])
            : (text, "latest");
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var head = slash < 0 ? "" : rest[..slash];
        return new ImageName(head.AsSpan().ContainsAny('.', ':') || head == "localhost" ? head : Hub, rest, tag);
    }
}
