namespace GoldenPath.Guard.Engine;

/// <summary>Something in an engine.</summary>
/// <param name="Kind">What it is: <c>container</c>, <c>network</c>, <c>volume</c> or <c>image</c>.</param>
/// <param name="Id">Its id; a volume's is its name.</param>
internal sealed record EngineObject(string Kind, string Id)
{
    private const int ShortId = 12;

    /// <summary>The path of the engine's API that it is deleted at.</summary>
    public string DeletePath => Kind switch
    {
        "container" => $"containers/{Id}?force=1&v=1",
        "volume" => $"volumes/{Id}?force=1",
        // Layers of the build cache stay: they make the next build quick, and belong to no run.
        "image" => $"images/{Id}?noprune=1",
        _ => $"networks/{Id}",
    };

    /// <summary>For a person.</summary>
    public override string ToString() => $"{Kind} {(Id.StartsWith("sha256:", StringComparison.Ordinal) ? Id["sha256:".Length..] : Id) switch
    {
        { Length: > ShortId } id when Kind != "volume" => id[..ShortId],
        var id => id,
    }}";
}
