using System.Text;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>The run that the trigger started, as far as it is known after each event: its id, its outer agent, its beginning and end.</summary>
/// <remarks>The outer run is the one of the first <c>agent_started</c> after the trigger, its agent the one named there. Inner agents share
/// the run under other names, or have a run of their own that names ours as its parent. Until an <c>agent_started</c> came, the first
/// event after the trigger stands in for it.</remarks>
internal sealed class Run(Trigger trigger)
{
    private const int LongestStreamedAnswer = 1 << 20;

    private readonly HashSet<string> _ownRuns = [];
    private readonly HashSet<string> _earlierRuns = [];
    private readonly HashSet<string> _innerAgents = [];
    private readonly HashSet<(string, string?, string?, string?, DateTimeOffset?)> _seen = [];
    private readonly StringBuilder _streamed = new();

    /// <summary>What started it.</summary>
    public Trigger Trigger => trigger;

    /// <summary>Its id; <c>null</c> as long as no event named one.</summary>
    public string? Id { get; private set; }

    /// <summary>The first event of it.</summary>
    public AgentEvent? First { get; private set; }

    /// <summary>The <c>agent_started</c> of its outer agent.</summary>
    public AgentEvent? Started { get; private set; }

    /// <summary>The last event of it so far.</summary>
    public AgentEvent? Last { get; private set; }

    /// <summary>The event before <see cref="Last"/>.</summary>
    public AgentEvent? BeforeLast { get; private set; }

    /// <summary>Its end: the outer agent's completion, or an error.</summary>
    public AgentEvent? End { get; private set; }

    /// <summary>The last error of a tool, which proves nothing but explains much.</summary>
    public AgentEvent? ToolError { get; private set; }

    /// <summary>How often which noise came since the trigger.</summary>
    public Dictionary<string, int> Noise { get; } = [];

    /// <summary>The answer that was streamed in pieces; empty where none was.</summary>
    public string StreamedAnswer => _streamed.ToString();

    /// <summary>Whether a run id means this run or an inner one.</summary>
    public bool Owns(string runId) => _ownRuns.Contains(runId);

    /// <summary>Whether a run id was seen before the trigger: the tail of an earlier run.</summary>
    public bool IsEarlier(string runId) => _earlierRuns.Contains(runId);

    /// <summary>Counted from the trigger; zero for what came before it had been sent.</summary>
    public TimeSpan Since(TimeSpan at) => at > trigger.At ? at - trigger.At : TimeSpan.Zero;

    /// <summary>Takes an event in and says where it stands.</summary>
    public Standing Observe(AgentEvent one)
    {
        if (one.Frame <= trigger.Frame)
        {
            return Before(one);
        }

        if (one.Kind is EventKind.Noise or EventKind.Malformed)
        {
            Noise[one.Name] = Noise.GetValueOrDefault(one.Name) + 1;
            return Standing.Outside;
        }

        return IsReplay(one) || !Adopt(one) ? Standing.Outside : Place(one);
    }

    private Standing Before(AgentEvent one)
    {
        if (one.RunId is not null && one.Kind is not (EventKind.Noise or EventKind.Malformed))
        {
            _earlierRuns.Add(one.RunId);
        }

        return Standing.Outside;
    }

    /// <summary>Servers may repeat what a client could have missed while it was away.</summary>
    private bool IsReplay(AgentEvent one)
    {
        if (one.Kind == EventKind.Progress)
        {
            return false;
        }

        var key = (one.Label, one.RunId, one.ExecutionId, one.Agent, one.Timestamp);
        if (one.Connection > 1)
        {
            return _seen.Contains(key);
        }

        _seen.Add(key);
        return false;
    }

    private bool Adopt(AgentEvent one)
    {
        if (Started is null && one.Kind == EventKind.Started && !IsEarlierRun(one))
        {
            Started = one;
            Claim(one.RunId);
            return true;
        }

        if (one.RunId is null || Owns(one.RunId))
        {
            return true;
        }

        if (IsEarlierRun(one) || (Id is not null && (one.ParentRunId is null || !Owns(one.ParentRunId))))
        {
            return false;
        }

        _ownRuns.Add(one.RunId);
        Id ??= one.RunId;
        return true;
    }

    private void Claim(string? runId)
    {
        if (runId is null || runId == Id)
        {
            return;
        }

        _ownRuns.Clear();
        _ownRuns.Add(runId);
        Id = runId;
    }

    private bool IsEarlierRun(AgentEvent one) => one.RunId is not null && IsEarlier(one.RunId);

    private Standing Place(AgentEvent one)
    {
        First ??= one;
        BeforeLast = Last;
        Last = one;
        Keep(one);
        if (End is not null)
        {
            return Standing.AfterEnd;
        }

        if (one.Kind != EventKind.Error && !IsOuterCompletion(one))
        {
            return Standing.OfRun;
        }

        End = one;
        return Standing.End;
    }

    private void Keep(AgentEvent one)
    {
        if (one.Kind == EventKind.Started && one.Agent is not null && one.Agent != Started?.Agent)
        {
            _innerAgents.Add(one.Agent);
        }

        if (one.Name == EventNames.ToolError)
        {
            ToolError = one;
        }
        else if (one.Kind == EventKind.Progress && one.Text is not null && _streamed.Length < LongestStreamedAnswer)
        {
            _streamed.Append(one.Text);
        }
    }

    /// <summary>Whether a completion is the outer agent's.</summary>
    public bool IsOuterCompletion(AgentEvent one) =>
        one.Kind == EventKind.Completed
        && (one.RunId is null || one.RunId == Id)
        && (one.Agent is null || one.Agent == Started?.Agent || (Started?.Agent is null && !_innerAgents.Contains(one.Agent)));
}
