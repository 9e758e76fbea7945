using System.Text.Json;

namespace GoldenPath.Scenarios.Events;

/// <summary>Finds the text of an event: of an error what went wrong, of a streamed answer the piece.</summary>
internal static class EventTexts
{
    /// <summary>The text, or <c>null</c> where the kind of event has none.</summary>
    public static string? Text(EventVocabulary.Word word, in Envelope envelope) =>
        word.Kind switch
        {
            EventKind.Error => ErrorText(envelope),
            EventKind.Progress when word.Name == EventNames.ToolError => ErrorText(envelope),
            EventKind.Progress when envelope.Type is "TEXT_MESSAGE_CONTENT" or "TEXT_MESSAGE_CHUNK" => envelope.Text("delta"),
            _ => null,
        };

    private static string? ErrorText(in Envelope envelope)
    {
        if (envelope.Text("error_message", "errorMessage", "message", "detail", "reason") is { } plain)
        {
            return plain;
        }

        return envelope.Field("error") switch
        {
            { ValueKind: JsonValueKind.Object } nested => new Envelope(envelope.Type, nested, nested).Text("message", "detail", "code")
                ?? nested.GetRawText(),
            { } error => Envelope.Scalar(error),
            null => null,
        };
    }
}
