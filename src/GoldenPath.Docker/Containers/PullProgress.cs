using Docker.DotNet.Models;

namespace GoldenPath.Docker.Containers;

/// <summary>Tells a person now and then how far a pull is, and keeps its error.</summary>
internal sealed class PullProgress(string image, IRunConsole console, TimeProvider time, TimeSpan every) : IProgress<JSONMessage>
{
    private readonly Dictionary<string, string> _layers = [];
    private long _told = time.GetTimestamp();

    /// <summary>Why it failed; <c>null</c> where it has not.</summary>
    public string? Error { get; private set; }

    /// <inheritdoc/>
    public void Report(JSONMessage value)
    {
        Error ??= value.ErrorMessage ?? value.Error?.Message;
        if (value.ID is { Length: > 0 } layer && value.Status is { } status)
        {
            _layers[layer] = status;
        }

        if (time.GetElapsedTime(_told) >= every)
        {
            _told = time.GetTimestamp();
            console.Information($"Pulling {image}: {_layers.Values.Count(IsDone)} of {_layers.Count} layers are here.");
        }
    }

    private static bool IsDone(string status) => status is "Pull complete" or "Already exists";
}
