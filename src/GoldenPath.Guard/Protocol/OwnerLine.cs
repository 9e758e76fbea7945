using System.Text;
using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>The line to the owner: commands come in, reports go out, one JSON text a line. Its end means that the owner is gone.</summary>
internal sealed class OwnerLine(Stream input, Stream output) : IDisposable
{
    private readonly StreamReader _commands = new(input);
    private readonly Lock _sending = new();

    public void Dispose() => _commands.Dispose();

    /// <summary>The next command; <c>null</c> where none will come any more.</summary>
    /// <exception cref="JsonException">It is not a command.</exception>
    public GuardCommand? Read() => _commands.ReadLine() is { } line ? JsonText.Read(Encoding.UTF8.GetBytes(line), GuardCommand.Read) : null;

    /// <summary>Sends a report; a dead owner does not matter.</summary>
    public void Send(GuardReport report)
    {
        var line = JsonText.Write(report.Write, isLine: true);
        lock (_sending)
        {
            try
            {
                output.Write(line);
            }
            catch (IOException)
            {
                // The owner has died; the end of its commands says so too.
            }
        }
    }
}
