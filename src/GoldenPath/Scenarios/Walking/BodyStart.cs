using System.Buffers;
using System.Text;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Reads the beginning of an HTTP answer, however long the rest is.</summary>
internal static class BodyStart
{
    /// <summary>At most this many bytes of it, as text.</summary>
    public static Task<string> ReadAsync(HttpContent content, int longest, CancellationToken cancellationToken) =>
        ReadAsync(content, longest, whateverCame: false, cancellationToken);

    /// <summary>At most this many bytes of it, as text; less where the rest never comes.</summary>
    public static Task<string> PeekAsync(HttpContent content, int longest, CancellationToken cancellationToken) =>
        ReadAsync(content, longest, whateverCame: true, cancellationToken);

    private static async Task<string> ReadAsync(HttpContent content, int longest, bool whateverCame, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(longest);
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (
                length < longest && await stream.ReadAsync(buffer.AsMemory(length, longest - length), cancellationToken) is > 0 and var read
            )
            {
                length += read;
            }
        }
        catch (Exception exception) when (whateverCame && exception is (IOException or HttpRequestException or OperationCanceledException))
        {
            // Status and headers say enough; a body that never ends must not hide them.
        }

        var text = Encoding.UTF8.GetString(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }
}
