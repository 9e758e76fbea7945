using System.Text;
using Docker.DotNet.Models;

namespace GoldenPath.Docker.Containers;

/// <summary>Writes the output of a build into its log, tells a person the steps, and keeps the error.</summary>
internal sealed class BuildOutput(ServiceLog log, IRunConsole console) : IProgress<JSONMessage>
{
    /// <summary>Why it failed; <c>null</c> where it has not.</summary>
    public string? Error { get; private set; }

    /// <inheritdoc/>
    public void Report(JSONMessage value)
    {
        Error ??= (value.Error?.Message ?? value.ErrorMessage)?.Trim();
        if (value.Stream is not { } text)
        {
            return;
        }

        // The engine waits for the reader anyway: a build that is read slowly is built slowly.
        log.WriteAsync(Encoding.UTF8.GetBytes(text), isError: false, CancellationToken.None).GetAwaiter().GetResult();
        if (text.StartsWith("Step ", StringComparison.Ordinal))
        {
            console.Information(text.TrimEnd());
        }
    }
}
