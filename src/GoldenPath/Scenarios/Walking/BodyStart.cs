using System.Buffers;
using System.Text;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Reads the beginning of an HTTP answer, however long the rest is.</summary>
internal static class BodyStart
{
    /// <summary>At most this many bytes of it, as text.</summary>
    public static async Task<string> ReadAsync(HttpContent content, int longest, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, longest), longest, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
