using System.Globalization;
using System.Text;

namespace GoldenPath.Readiness.Probes;

/// <summary>One HTTP/1.1 question and the beginning of its answer (RFC 9112), over a connection that is already open.</summary>
/// <remarks>Written on the stream, and not on HttpClient, because a probe must see the very bytes: an answer that is no HTTP, a TLS alert,
/// silence and a closed connection are different findings. No proxy is ever involved.</remarks>
internal static class HttpExchange
{
    private const int Longest = 16 * 1024;
    private const int LongestBody = 256;
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    /// <summary>Sends a request and reads status, headers and a short body.</summary>
    public static async Task<ProbeAnswer> AskAsync(Stream stream, string request, CancellationToken cancellationToken)
    {
        var buffer = new byte[Longest];
        var length = 0;
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
            while (length < buffer.Length)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += read;
                if (Judge(buffer.AsSpan(0, length), isEnd: read == 0) is { } answer)
                {
                    return answer;
                }
            }
        }
        catch (IOException) when (length == 0)
        {
            return ProbeAnswer.Dropped; // Reset by the other side.
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && length > 0)
        {
            // The status has come, perhaps; the rest of the body has not.
        }

        return Judge(buffer.AsSpan(0, length), isEnd: true)!;
    }

    /// <summary>The answer that the bytes received so far are; <c>null</c> while more are needed.</summary>
    private static ProbeAnswer? Judge(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var start = bytes[..Math.Min(bytes.Length, 5)];
        return bytes.Length == 0 ? ProbeAnswer.Dropped
            : bytes[0] == 0x15 ? ProbeAnswer.TlsMismatch // A TLS record of type alert: RFC 8446, section 5.1.
            : !"HTTP/"u8.StartsWith(start) ? NotHttp(bytes)
            : bytes.IndexOf(EndOfHead) is var end and >= 0 ? Reply(bytes, end, isEnd)
            : isEnd ? NotHttp(bytes)
            : null;
    }

    private static ProbeAnswer? Reply(ReadOnlySpan<byte> bytes, int end, bool isEnd)
    {
        var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        var rest = bytes[(end + EndOfHead.Length)..];
        if (
            lines[0].Split(' ', 3) is not [_, { Length: 3 } code, .. var reason]
            || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
        {
            return NotHttp(bytes);
        }

        if (status is >= 100 and < 200 and not 101)
        {
            return rest.Length > 0 || isEnd ? Judge(rest, isEnd) : null; // An interim answer: the real one follows.
        }

        var headers = Headers(lines);
        return isEnd || IsWhole(status, headers, rest)
            ? new(AnswerKind.Status, code) { Reply = new(status, string.Concat(reason), headers, OneLine(rest)) }
            : null;
    }

    /// <summary>Whether the body has come: hanging up in the middle of it would leave an error in the service's log.</summary>
    private static bool IsWhole(int status, Dictionary<string, string> headers, ReadOnlySpan<byte> body) =>
        status is 101 or 204 or 304
        || (
            headers.TryGetValue("Content-Length", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var length)
                ? body.Length >= length
                : headers.ContainsKey("Transfer-Encoding") && body.EndsWith("0\r\n\r\n"u8)
        );

    private static Dictionary<string, string> Headers(string[] lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1).Select(line => line.Split(':', 2)).Where(line => line.Length == 2))
        {
            headers[line[0]] = line[1].Trim();
        }

        return headers;
    }

    private static ProbeAnswer NotHttp(ReadOnlySpan<byte> bytes) => new(AnswerKind.NotHttp, $"not HTTP (\"{OneLine(bytes)}\")");

    private static string OneLine(ReadOnlySpan<byte> bytes) =>
        string.Concat(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestBody)]).Select(c => char.IsControl(c) ? ' ' : c))
            .Trim();
}
