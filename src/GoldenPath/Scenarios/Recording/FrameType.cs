namespace GoldenPath.Scenarios.Recording;

/// <summary>What a line of <c>frames.jsonl</c> stands for; written in lower case.</summary>
internal enum FrameType
{
    /// <summary>A text message.</summary>
    Text,

    /// <summary>A binary message.</summary>
    Binary,

    /// <summary>The connection was upgraded; the text is the subprotocol.</summary>
    Open,

    /// <summary>The upgrade was refused; the text is status, headers and the beginning of the body.</summary>
    Refused,

    /// <summary>A close frame, with its code and reason.</summary>
    Close,

    /// <summary>The connection ended without a close frame; the text is the kind of error.</summary>
    Abort,
}
