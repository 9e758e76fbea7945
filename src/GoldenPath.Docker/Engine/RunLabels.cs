using GoldenPath.Services;

namespace GoldenPath.Docker.Engine;

/// <summary>The labels of everything that a run makes in an engine. By them it is found again, never by name.</summary>
internal static class RunLabels
{
    /// <summary>The id of the run.</summary>
    public const string Run = "io.goldenpath.run";

    /// <summary>The service that it was made for.</summary>
    public const string Service = "io.goldenpath.service";

    /// <summary>The services that it needs: it is stopped before them.</summary>
    public const string Needs = "io.goldenpath.needs";

    /// <summary>Who made it, for a person who finds it.</summary>
    public const string Owner = "io.goldenpath.owner";

    /// <summary>Docker Compose's own label with the name of a project.</summary>
    public const string ComposeProject = "com.docker.compose.project";

    /// <summary>Docker Compose's own label with the name of a service of a project.</summary>
    public const string ComposeService = "com.docker.compose.service";

    /// <summary>Docker Compose's own label of one-off containers.</summary>
    public const string ComposeOneOff = "com.docker.compose.oneoff";

    /// <summary>How many milliseconds a container may take to stop.</summary>
    public const string Grace = "io.goldenpath.grace-ms";

    /// <summary>The labels for what is made for a service of a run.</summary>
    public static Dictionary<string, string> Of(ServiceStart start) =>
        new()
        {
            [Run] = start.Folder.RunId,
            [Service] = start.Service.Name,
            [Needs] = string.Join(',', start.Service.Needs),
            [Owner] = $"{Environment.UserName}@{Environment.MachineName} pid {Environment.ProcessId}",
        };

    /// <summary>The filter of the engine's lists and events for a label with a value.</summary>
    public static Dictionary<string, IDictionary<string, bool>> Filter(string label, string value) =>
        new() { ["label"] = new Dictionary<string, bool> { [$"{label}={value}"] = true } };
}
