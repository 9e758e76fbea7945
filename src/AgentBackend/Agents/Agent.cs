using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgentBackend.Tools;

namespace AgentBackend.Agents;

/// <summary>A modest agent: it reads the question, plans, uses its tools on the question's own words, and answers with what they found.</summary>
internal sealed class Agent(TimeProvider time)
{
    private readonly Planner _planner = new(time);

    /// <summary>The events of one run, each yielded as it happens.</summary>
    public async IAsyncEnumerable<AgentEvent> RunAsync(
        AgentRun run,
        string text,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return run.Event(AgentEvent.Started);
        var plan = _planner.Plan(text);
        yield return run.Event(AgentEvent.Thinking, ("reasoning", plan.Reasoning));

        var outcomes = new List<ToolOutcome>();
        foreach (var call in plan.Calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var executionId = AgentRun.NewId("exec");
            yield return run.Event(
                AgentEvent.ToolExecuting,
                ("execution_id", executionId),
                ("tool_name", call.Tool.Name),
                ("parameters", call.Parameters.DeepClone())
            );
            var outcome = Use(call);
            outcomes.Add(outcome);
            yield return Completed(run, call, executionId, outcome);
            await Task.Yield(); // A long plan of one user must not keep the others waiting.
        }

        yield return run.Event(
            AgentEvent.Completed,
            ("status", outcomes.TrueForAll(outcome => outcome.Success) ? "completed" : "incomplete"),
            ("final_response", Answer(outcomes, plan.References))
        );
    }

    private static AgentEvent Completed(AgentRun run, ToolCall call, string executionId, ToolOutcome outcome) =>
        run.Event(
            AgentEvent.ToolCompleted,
            ("execution_id", executionId),
            ("tool_name", call.Tool.Name),
            ("parameters", call.Parameters),
            ("results", outcome.Results),
            ("duration", outcome.Duration.TotalSeconds),
            ("success", outcome.Success)
        );

    private static string Answer(List<ToolOutcome> outcomes, IReadOnlyList<string> references)
    {
        var answer = string.Join(' ', outcomes.Select(outcome => outcome.Sentence));
        return references.Count == 0 ? answer : $"{answer} Reference: {string.Join(", ", references)}.";
    }

    private ToolOutcome Use(ToolCall call)
    {
        var began = time.GetTimestamp();
        try
        {
            var result = call.Tool.Execute(call.Parameters);
            return new ToolOutcome(true, result.Results, result.Sentence, time.GetElapsedTime(began));
        }
        catch (ToolException failed)
        {
            return new ToolOutcome(false, new JsonObject { ["error"] = failed.Message }, failed.Message, time.GetElapsedTime(began));
        }
    }
}
