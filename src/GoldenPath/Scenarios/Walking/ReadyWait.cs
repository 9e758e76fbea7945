using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging.Rules;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>The wait for the frame that must come before anything is sent.</summary>
/// <remarks>The upgrade alone proves nothing: servers accept it first and look at the token afterwards.</remarks>
internal sealed class ReadyWait(ScenarioDefinition scenario, WalkContext context, EventFeed feed)
{
    private AgentEvent? _last;
    private AgentEvent? _error;

    /// <summary>Waits.</summary>
    /// <exception cref="StepFailedException">It did not come, or the server refused.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (scenario.Ready is null)
        {
            return;
        }

        var until = context.Clock.Elapsed + context.Settings.StepTimeout;
        do
        {
            while (feed.TryTake(out var one))
            {
                if (IsReady(one))
                {
                    return;
                }
            }
        } while (await feed.WaitAsync(until - context.Clock.Elapsed, cancellationToken));

        throw await feed.EndAsync() is { } end ? Lost(end) : Missing();
    }

    private bool IsReady(AgentEvent one)
    {
        if (one.IsAuthRefusal)
        {
            throw Failed(
                Causes.TokenRejected,
                $"the token was refused before '{scenario.Ready}': {one.Type} {Wording.Quote(one.Text ?? one.Code ?? "")}",
                one.Frame
            );
        }

        if (one.Kind == EventKind.Malformed)
        {
            throw Failed(Causes.EventsMalformed, $"frame {one.Frame}, before '{scenario.Ready}', cannot be read: {one.Text}", one.Frame);
        }

        _last = one;
        _error = one.Kind == EventKind.Error ? one : _error;
        return one.Name == scenario.Ready || one.Type == scenario.Ready;
    }

    private StepFailedException Lost(SessionEnd end)
    {
        var cause =
            AuthCodes.Contains(end.CloseCode) ? Causes.TokenRejected
            : end.CloseCode == 1003 && scenario.Connect.Token.Kind == TokenCarrierKind.Subprotocol ? Causes.WebSocketSubprotocol
            : Causes.ConnectionDropped;
        var failed = Failed(cause, $"{Wording.Loss(end)} before '{scenario.Ready}'{Heard()}", end.Frame);
        return new StepFailedException(failed.Violation with { CloseCode = end.CloseCode });
    }

    private StepFailedException Missing() =>
        Failed(
            _last is null ? Causes.EventsNone : Causes.EventsMissing,
            $"'{scenario.Ready}' did not come within {Wording.Limit(context.Settings.StepTimeout)} of connecting{Heard()}",
            _last?.Frame ?? 0
        );

    private string Heard() =>
        _error is not null ? $"; the server said {_error.Type} {Wording.Quote(_error.Text ?? _error.Code ?? "")}"
        : _last is not null ? $"; the last frame was {_last.Label}"
        : "; no frame came at all";

    private StepFailedException Failed(string cause, string text, int frame) =>
        new(
            new Violation
            {
                Rule = Steps.Ready,
                Cause = cause,
                Text = text,
                Event = scenario.Ready,
                LastEvent = _last?.Name,
                Frames = frame > 0 ? [frame] : [],
            }
        );
}
