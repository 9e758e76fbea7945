namespace GoldenPath.Guard.Engine;

/// <summary>Something in an engine.</summary>
/// <param name="Kind">What it is: <c>container</c>, <c>network</c>, <c>volume</c> or <c>image</c>.</param>
/// <param name="Id">Its id; a volume's is its name.</param>
/// <param name="Service">The service that a container is; empty where that is not known.</param>
/// <param name="NeedsText">The services that it needs, separated by commas.</param>
/// <param name="Grace">How long it was declared to take to stop at most; <c>null</c> where nobody declared that.</param>
internal sealed record EngineObject(string Kind, string Id, string Service = "", string NeedsText = "", TimeSpan? Grace = null)
{
    /// <summary>The label with the service of a container.</summary>
    public const string ServiceLabel = "io.goldenpath.service";

    /// <summary>The label with the services that it needs.</summary>
    public const string NeedsLabel = "io.goldenpath.needs";

    /// <summary>The label with the milliseconds that it may take to stop.</summary>
    public const string GraceLabel = "io.goldenpath.grace-ms";

    /// <summary>Docker Compose's own label with the name of a service.</summary>
    public const string ComposeServiceLabel = "com.docker.compose.service";

    /// <summary>Docker Compose's own label with what a service depends on: <c>name:condition:restart</c>, separated by commas.</summary>
    public const string ComposeNeedsLabel = "com.docker.compose.depends_on";

    private const int ShortId = 12;

    /// <summary>The services that it needs.</summary>
    public IEnumerable<string> Needs => NeedsText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(need => need.Split(':')[0]);

    /// <summary>The path of the engine's API that it is deleted at.</summary>
    public string DeletePath =>
        Kind switch
        {
            "container" => $"containers/{Id}?force=1&v=1",
            "volume" => $"volumes/{Id}?force=1",
            // Layers of the build cache stay: they make the next build quick, and belong to no run.
            "image" => $"images/{Id}?noprune=1",
            _ => $"networks/{Id}",
        };

    /// <summary>For a person.</summary>
    public override string ToString() =>
        $"{Kind} {(Id.StartsWith("sha256:", StringComparison.Ordinal) ? Id["sha256:".Length..] : Id) switch
    {
        { Length: > ShortId } id when Kind != "volume" => id[..ShortId],
        var id => id,
    }}";
}
