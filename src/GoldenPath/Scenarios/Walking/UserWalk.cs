using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>One user's walk: log in, connect, wait for the ready frame, send, and watch until the outcome is decided.</summary>
internal sealed class UserWalk(int user, WalkContext context, LoginClient login, Connector connector) : IAsyncDisposable
{
    private readonly ScenarioDefinition _scenario = context.Scenario;
    private readonly EventFeed _feed = new(context);
    private readonly List<Watch> _watches = [];
    private Credentials _credentials = context.Credentials;
    private RecordedConnection? _connection;
    private int _connections;

    /// <summary>The user's number.</summary>
    public int User => user;

    /// <summary>Where the user's frames go.</summary>
    public SessionLog Log { get; } = context.LogFor(user);

    /// <summary>How far the user is, in a word or two; the last event while one is awaited.</summary>
    public string Step { get; private set; } = "to come";

    /// <summary>The step that failed; <c>null</c> where none did.</summary>
    public Violation? Failed { get; private set; }

    /// <summary>How long the login took.</summary>
    public TimeSpan? LoginTook { get; private set; }

    /// <summary>How long the upgrade and the ready frame took.</summary>
    public TimeSpan? ConnectTook { get; private set; }

    /// <summary>The token and its carrier.</summary>
    public Credentials Credentials => _credentials;

    /// <summary>Whether the user is connected and nothing failed so far.</summary>
    public bool IsUnderWay => _connection is not null && Failed is null;

    /// <summary>Logs in, connects and waits for the ready frame.</summary>
    public Task ArriveAsync(CancellationToken cancellationToken) =>
        StepAsync(async () =>
        {
            var begun = context.Clock.Elapsed;
            if (_scenario.Logins.Count > 0)
            {
                Step = "logging in";
                _credentials = _credentials with
                {
                    Token = await login.LogInAsync(_scenario.Logins[(user - 1) % _scenario.Logins.Count], cancellationToken),
                };
                LoginTook = context.Clock.Elapsed - begun;
            }

            Step = "connecting";
            begun = context.Clock.Elapsed;
            await ConnectAsync(cancellationToken);
            Step = "connected";
            ConnectTook = context.Clock.Elapsed - begun;
        });

    /// <summary>Sends the trigger and watches until the outcome is decided; drops the connection and takes it up again where that is declared.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        StepAsync(async () =>
        {
            await TriggerAsync(_scenario.Send, cancellationToken);
            await WatchAsync(cancellationToken);
            if (_scenario.Reconnect is { After: null } again && _watches[^1].Judge.Run.End is not null)
            {
                await ReconnectAsync(cancellationToken);
                if (again.Send is not null)
                {
                    await TriggerAsync(again.Send, cancellationToken);
                    await WatchAsync(cancellationToken);
                }
            }

            Step = "done";
        });

    /// <summary>Leaves, and hands out what was recorded.</summary>
    /// <param name="budgetUsedUp">Whether the watch was cut short by the run's budget.</param>
    public async Task<IReadOnlyList<SessionRecord>> LeaveAsync(bool budgetUsedUp)
    {
        if (_connection is null)
        {
            return [];
        }

        await _connection.DisposeAsync();
        _feed.Drain();
        var end = await _connection.Ended;
        end = budgetUsedUp && !end.IsLost ? end with { Reason = SessionEndReason.Budget } : end;
        return
        [
            .. _watches.Select(
                (watch, index) => watch.Record(user, _feed.Taken, index + 1 < _watches.Count ? _watches[index + 1].From : int.MaxValue, end)
            ),
        ];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task StepAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (StepFailedException failed)
        {
            Step = "failed";
            Failed = failed.Violation with { User = user };
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        _connection = await connector.ConnectAsync(_credentials, ++_connections, Log, cancellationToken);
        _feed.Follow(_connection);
        if (_credentials.FirstMessage is { } introduction)
        {
            await _connection.SendAsync(introduction, trigger: false, null, cancellationToken);
        }

        await new ReadyWait(_scenario, context, _feed).WaitAsync(cancellationToken);
    }

    private async Task TriggerAsync(JsonNode? message, CancellationToken cancellationToken)
    {
        var nonce = context.Mark.Next(user);
        var text = message is null ? null : JsonTexts.Fill(message, part => Fill(part, nonce));
        var opened = _connection!.Opened;
        var trigger = text is null
            ? new Trigger(opened.Frame, opened.At, null)
            : await _connection.SendAsync(
                text,
                trigger: true,
                text.Contains(nonce, StringComparison.Ordinal) ? nonce : null,
                cancellationToken
            );
        _watches.Add(new Watch(_watches.Count == 0 ? 0 : opened.Frame, trigger, new SessionJudge(context.Expect, trigger)));
        foreach (var one in _feed.Taken.Where(one => one.Frame >= _watches[^1].From))
        {
            _watches[^1].Judge.Observe(one);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var judge = _watches[^1].Judge;

        // A timer may fire a few milliseconds early, when nothing is broken yet: only the clock says that the horizon is reached.
        do
        {
            while (_feed.TryTake(out var one))
            {
                judge.Observe(one);
                Step = one.Name;
                if (_scenario.Reconnect?.After == one.Name && _connections == 1)
                {
                    await ReconnectAsync(cancellationToken);
                    await ResumeAsync(cancellationToken);
                }
            }
        } while (
            judge.Horizon - context.Clock.Elapsed is var left
            && left > TimeSpan.Zero
            && (await _feed.WaitAsync(left, cancellationToken) || !_feed.HasEnded)
        );
    }

    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _connection!.AbortAsync();
            await ConnectAsync(cancellationToken);
        }
        catch (StepFailedException failed)
        {
            throw new StepFailedException(
                failed.Violation with
                {
                    Rule = Steps.Reconnect,
                    Text = $"after the connection was dropped on purpose: {failed.Violation.Text}",
                }
            );
        }
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        if (_scenario.Reconnect?.Send is { } resume)
        {
            await _connection!.SendAsync(
                JsonTexts.Fill(resume, part => Fill(part, _watches[^1].Judge.Run.Trigger.Nonce)),
                trigger: false,
                null,
                cancellationToken
            );
        }
    }

    private string Fill(string text, string? nonce) =>
        MessageTexts.Fill(text, context, user, nonce, _credentials.Token, _watches.Count == 0 ? null : _watches[^1].Judge.Run);
}
