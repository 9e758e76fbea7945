using System.Buffers;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Results;

/// <summary>Takes the secrets out of files that a test command has left in the run folder, which is kept and uploaded.</summary>
/// <remarks>Files are streamed, and replaced as a whole. What is no text stays as it is.</remarks>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class ResultsRedaction(Redactor redactor)
{
    private const int Block = 64 * 1024;

    /// <summary>Redacts files. Links are left out: what they lead to is not the run's.</summary>
    /// <param name="files">Their paths.</param>
    /// <returns>What could not be redacted, a line each.</returns>
    /// <exception cref="IOException">The disk does not take the file without its secrets.</exception>
    public IReadOnlyList<string> Redact(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var problems = new List<string>();
        IOException? full = null;
        foreach (var file in files.Where(file => new FileInfo(file) is { Exists: true, LinkTarget: null }))
        {
            try
            {
                Redact(file);
            }
            catch (UnauthorizedAccessException problem)
            {
                problems.Add($"Secrets may be left in {file}: {problem.Message}");
            }
            catch (IOException problem)
            {
                full ??= problem; // The other files may be smaller.
            }
        }

        return full is null ? problems : throw new IOException($"Secrets may be left in the results: {full.Message}", full.HResult);
    }

    private void Redact(string file)
    {
        var fresh = file + ".redacted";
        try
        {
            if (TryXml(file, fresh) || TryText(file, fresh))
            {
                File.Move(fresh, file, overwrite: true);
            }
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private bool TryXml(string file, string fresh)
    {
        try
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(fresh);
            new XmlRedaction(redactor).Copy(source, target);
            return true;
        }
        catch (Exception problem) when (problem is XmlException or ArgumentException or InvalidOperationException)
        {
            return false; // Cut off, no XML at all, or none that can be written again: what is in it is a text like any other.
        }
    }

    private bool TryText(string file, string fresh)
    {
        using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var block = new byte[Block];
        var read = source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        var isWide = ResultsEncoding.IsWide(block.AsSpan(0, read));
        if (!isWide && !IsText(block.AsSpan(0, read)))
        {
            return false;
        }

        source.Position = 0;
        using var text = isWide
            ? Encoding.CreateTranscodingStream(source, ResultsEncoding.Of(source), Encoding.UTF8, leaveOpen: true)
            : source;
        using var target = File.Create(fresh);
        Copy(text, target, block);
        return true;
    }

    private void Copy(Stream source, FileStream target, byte[] block)
    {
        var lines = redactor.ForStream();
        var clean = new ArrayBufferWriter<byte>();
        for (var read = source.Read(block); read > 0; read = source.Read(block))
        {
            lines.Write(block.AsSpan(0, read), clean);
            target.Write(clean.WrittenSpan);
            clean.ResetWrittenCount();
        }

        lines.Complete(clean);
        target.Write(clean.WrittenSpan);
    }

    /// <summary>Whether bytes are UTF-8 without a zero, the last character perhaps cut.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var cut = 0;
        while (cut < 3 && cut < bytes.Length && !Utf8.IsValid(bytes[..^cut]))
        {
            cut++;
        }

        return !bytes.Contains((byte)0) && Utf8.IsValid(bytes[..^cut]);
    }
}
