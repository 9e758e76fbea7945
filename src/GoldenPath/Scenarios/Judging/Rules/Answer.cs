using System.Text.Json;
using System.Text.RegularExpressions;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary><c>answer</c>: the final answer is one to what was asked.</summary>
/// <remarks>Does not prove that the answer is right; a server that echoes the question into its answer passes <c>contains: {nonce}</c>.</remarks>
/// <param name="declared">What it must satisfy; <c>null</c>: contains the nonce if one was sent.</param>
/// <param name="handsOver">Whether the run ended by handing over to the client, so that an answer can only be demanded where one is declared.</param>
internal sealed class Answer(AnswerDefinition? declared, Func<bool> handsOver) : Rule("answer")
{
    private const string Nonce = "{nonce}";
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);
    private static readonly string[] UsualFields =
    [
        "final_response",
        "finalResponse",
        "final_answer",
        "response",
        "answer",
        "result",
        "output",
        "content",
        "message",
        "text",
    ];

    public override void Conclude(Run run, SessionEnd end)
    {
        var wanted = declared ?? (run.Trigger.Nonce is null || handsOver() ? null : new AnswerDefinition { Contains = Nonce });
        if (wanted is null || run.End is not { Kind: EventKind.Completed } completed)
        {
            return;
        }

        var answer = Read(wanted, completed, run);
        if (string.IsNullOrWhiteSpace(answer))
        {
            Offend(
                Causes.EventsCannedAnswer,
                completed,
                run,
                $"{completed.Name} carries no answer{(wanted.Path is null ? "" : $" at {wanted.Path}")}"
            );
        }
        else if (Complaint(wanted, answer, run.Trigger.Nonce) is { } complaint)
        {
            Offend(Causes.EventsCannedAnswer, completed, run, $"{complaint}: {Wording.Quote(answer)}");
        }
    }

    private static string? Read(AnswerDefinition wanted, AgentEvent completed, Run run)
    {
        var payload = completed.Payload ?? default;
        if (wanted.Path is not null)
        {
            return JsonPath.Parse(wanted.Path).Select(payload) is { } node ? Text(node) : null;
        }

        var field = Usual(payload);
        return run.StreamedAnswer is { Length: > 0 } streamed ? streamed + "\n" + field : field ?? Text(payload);
    }

    private static string? Usual(JsonElement payload) =>
        payload.ValueKind != JsonValueKind.Object
            ? null
            : UsualFields
                .Select(name => payload.TryGetProperty(name, out var value) ? Text(value) : null)
                .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => Unescaped(value),
            _ => value.GetRawText(),
        };

    private static string? Unescaped(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair cannot be unescaped; the nonce in it can still be found.
            return text.GetRawText();
        }
    }

    private static string? Complaint(AnswerDefinition wanted, string answer, string? nonce)
    {
        if (wanted.Contains is { } part && !answer.Contains(Fill(part, nonce), StringComparison.Ordinal))
        {
            return part.Contains(Nonce, StringComparison.Ordinal)
                ? $"the answer does not repeat '{Fill(part, nonce)}', which only this question held, so it is a canned one or another's"
                : $"the answer does not contain '{part}'";
        }

        return wanted.Matches is { } pattern && !Matches(answer, Fill(pattern, nonce)) ? $"the answer does not match /{pattern}/" : null;
    }

    private static bool Matches(string answer, string pattern)
    {
        try
        {
            return Regex.IsMatch(answer, pattern, RegexOptions.None, LongestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Fill(string text, string? nonce) => text.Replace(Nonce, nonce, StringComparison.Ordinal);
}
