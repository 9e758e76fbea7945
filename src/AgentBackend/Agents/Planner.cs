using AgentBackend.Tools;

namespace AgentBackend.Agents;

/// <summary>Reads a text and decides which tools will answer it.</summary>
internal sealed class Planner(TimeProvider time)
{
    private const int MostCalls = 8;
    private const int LongestQuote = 200;

    private readonly Lookup _lookup = new();
    private readonly ITool[] _tools = [new Calculator(), new Clock(time)];

    public Plan Plan(string text)
    {
        var references = References.Find(text);
        var question = references.Aggregate(text, (rest, reference) => rest.Replace(reference, " ", StringComparison.Ordinal));
        var calls = _tools.Append(_lookup).SelectMany(tool => tool.Propose(question)).Take(MostCalls).ToList();
        if (calls.Count == 0)
        {
            calls.Add(_lookup.Search(question));
        }

        return new Plan(Reason(text, calls, references), calls, references);
    }

    private static string Reason(string text, List<ToolCall> calls, IReadOnlyList<string> references)
    {
        var quoted = text.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text;
        var steps = string.Join(", then ", calls.Select(call => call.Intention));
        var quote = references.Count == 0 ? "" : $", and quote {string.Join(", ", references)} in my answer";
        return $"The user asks: \"{quoted}\". I will {steps}{quote}.";
    }
}
