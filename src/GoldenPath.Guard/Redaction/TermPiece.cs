namespace GoldenPath.Guard.Redaction;

/// <summary>A place of a text in the index, in a chain of those that share a slot.</summary>
/// <param name="Hash">Of the piece of the text that it is filed under.</param>
/// <param name="Offset">Where in the text the piece stands.</param>
/// <param name="Text">The text.</param>
/// <param name="Holders">How many texts are filed under this piece, this one included.</param>
/// <param name="Next">The next one in the slot.</param>
internal sealed record TermPiece(ulong Hash, int Offset, string Text, int Holders, TermPiece? Next);
