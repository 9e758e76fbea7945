using System.Buffers;
using GoldenPath.Guard.Logs;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Docker.Containers;

/// <summary>The log of a container in the run folder: standard output and standard error, redacted, in the order of arrival.</summary>
/// <remarks>Its memory does not grow with the output. A disk that takes no more ends the log, never the service.</remarks>
internal sealed class ServiceLog : IAsyncDisposable
{
    private readonly ArrayBufferWriter<byte> _clean = new();
    private readonly LineRedactor[] _streams;
    private readonly FileStream _file;
    private readonly LogTimes _times;
    private bool _full;

    /// <summary>Opens the log; what is there stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="redactor">Takes the secrets out.</param>
    public ServiceLog(string path, Redactor redactor)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _times = new LogTimes(path);
        // A line is cut where it arrives in pieces, so each stream keeps its own beginning of one.
        _streams = [redactor.ForStream(), redactor.ForStream()];
    }

    /// <summary>Takes the next piece of output.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> piece, bool isError, CancellationToken cancellationToken)
    {
        _streams[isError ? 1 : 0].Write(piece.Span, _clean);
        await PassOnAsync(cancellationToken);
    }

    /// <summary>Whether a line has begun that has not been written out as far as it came.</summary>
    public bool HasBegun => Array.Exists(_streams, stream => stream.HasBegun);

    /// <summary>Writes out lines that have begun and do not go on for now.</summary>
    public async Task PassOnBegunAsync(CancellationToken cancellationToken)
    {
        foreach (var stream in _streams)
        {
            stream.PassOnBegun(_clean);
        }

        await PassOnAsync(cancellationToken);
    }

    /// <summary>Writes out what has begun but not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams)
        {
            stream.Complete(_clean);
        }

        await PassOnAsync(CancellationToken.None);
        await _file.DisposeAsync();
        _times.Dispose();
    }

    private async Task PassOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_full && _clean.WrittenCount > 0)
            {
                await _file.WriteAsync(_clean.WrittenMemory, cancellationToken);
                _times.Note(_file.Position);
            }
        }
        catch (IOException)
        {
            _full = true;
        }
        finally
        {
            _clean.ResetWrittenCount();
        }
    }
}
