using System.Net.WebSockets;
using System.Text;
using GoldenPath.Scenarios.Events;

namespace GoldenPath.Scenarios.Recording;

/// <summary>Writes what one session sees into the journal, within the session's limits.</summary>
internal sealed class SessionLog(FrameJournal journal, SessionLabel label, RecordingLimits limits)
{
    private const int LongestExcerpt = 4096;

    private long _text;
    private int _messages;

    /// <summary>The limits.</summary>
    public RecordingLimits Limits => limits;

    /// <summary>Whether more messages came than a session may receive.</summary>
    public bool IsFlooded => _messages > limits.SessionMessages;

    /// <summary>How many messages came.</summary>
    public int Messages => _messages;

    /// <summary>Writes a message that was received just now.</summary>
    public FrameStamp Received(int connection, in Message message)
    {
        var at = journal.Clock.Elapsed;
        _messages++;
        var text = message.Type == WebSocketMessageType.Binary ? Excerpt(message.Bytes) : TextOf(message);
        var type = message.Type == WebSocketMessageType.Binary ? FrameType.Binary : FrameType.Text;
        var frame = journal.Append(
            new FrameEntry(label, connection, at, FrameDirection.In, type)
            {
                Size = message.Size,
                Text = text,
                IsCut = message.IsCut || text is null,
            }
        );
        return new FrameStamp(frame, at, connection);
    }

    /// <summary>Writes a message that is about to be sent.</summary>
    /// <param name="connection">Over which connection.</param>
    /// <param name="text">The message.</param>
    /// <param name="trigger">Whether it starts the run.</param>
    /// <param name="nonce">The nonce in it.</param>
    public Trigger Sent(int connection, string text, bool trigger, string? nonce)
    {
        var at = journal.Clock.Elapsed;
        var frame = journal.Append(
            new FrameEntry(label, connection, at, FrameDirection.Out, FrameType.Text)
            {
                Size = Encoding.UTF8.GetByteCount(text),
                Text = text,
                IsTrigger = trigger,
                Nonce = nonce,
            }
        );
        return new Trigger(frame, at, nonce);
    }

    /// <summary>Writes that the connection was upgraded.</summary>
    public FrameStamp Opened(int connection, string? subprotocol) => Noted(connection, FrameDirection.In, FrameType.Open, 101, subprotocol);

    /// <summary>Writes that the upgrade was refused.</summary>
    public FrameStamp Refused(int connection, int status, string answer) =>
        Noted(connection, FrameDirection.In, FrameType.Refused, status, answer);

    /// <summary>Writes how the connection was closed.</summary>
    public FrameStamp Closed(int connection, FrameDirection direction, int? code, string? reason) =>
        Noted(connection, direction, FrameType.Close, code, reason);

    /// <summary>Writes that the connection broke.</summary>
    public FrameStamp Aborted(int connection, FrameDirection direction, string error) =>
        Noted(connection, direction, FrameType.Abort, null, error);

    private FrameStamp Noted(int connection, FrameDirection direction, FrameType type, int? code, string? text)
    {
        var at = journal.Clock.Elapsed;
        return new FrameStamp(
            journal.Append(new FrameEntry(label, connection, at, direction, type) { Code = code, Text = text }),
            at,
            connection
        );
    }

    private string? TextOf(in Message message)
    {
        if (_text >= limits.SessionText)
        {
            return null;
        }

        var kept = message.IsCut ? message.Bytes[..Math.Min(message.Bytes.Length, LongestExcerpt)] : message.Bytes;
        _text += kept.Length;
        return Encoding.UTF8.GetString(kept.Span);
    }

    private static string Excerpt(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span[..Math.Min(bytes.Length, 256)]);
}
