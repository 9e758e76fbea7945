using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging.Rules;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>A visit with a token that no server may accept. It must be told so: by HTTP 401 or 403, by an authentication error frame, or by
/// a close code that means it.</summary>
/// <remarks>A connection that merely breaks, or stays silent, is no refusal: a dead server does the same.</remarks>
internal sealed class BadTokenVisit(WalkContext context, Connector connector, Credentials credentials)
{
    private const int Nobody = 0;

    private readonly ScenarioDefinition _scenario = context.Scenario;
    private readonly EventFeed _feed = new(context);
    private bool _sent;
    private AgentEvent? _greeting;

    /// <summary>Visits.</summary>
    /// <returns>What was wrong; <c>null</c> where the token was refused.</returns>
    public async Task<Violation?> VisitAsync(CancellationToken cancellationToken)
    {
        var bad = credentials.Spoilt();
        if (bad.Token is not null)
        {
            context.Redactor.Add(bad.Token);
        }

        try
        {
            await using var connection = await connector.ConnectAsync(bad, 1, context.LogFor(Nobody), cancellationToken);
            _feed.Follow(connection);
            if (bad.FirstMessage is { } introduction)
            {
                await connection.SendAsync(introduction, trigger: false, null, cancellationToken);
            }

            return await WatchAsync(connection, bad.Token, cancellationToken);
        }
        catch (StepFailedException refused) when (refused.Refusal is { IsForToken: true })
        {
            return null;
        }
        catch (StepFailedException failed)
        {
            return failed.Violation with
            {
                Rule = Steps.DenyBadToken,
                Text = $"a bad token was not refused as such: {failed.Violation.Text}",
            };
        }
    }

    private async Task<Violation?> WatchAsync(RecordedConnection connection, string? bad, CancellationToken cancellationToken)
    {
        var until = context.Clock.Elapsed + context.Settings.RefusalTimeout;
        do
        {
            if (_scenario.Ready is null)
            {
                await SendAsync(connection, bad, cancellationToken);
            }

            while (_feed.TryTake(out var one))
            {
                if (one.IsAuthRefusal)
                {
                    return null;
                }

                if (_sent && one.Kind is not (EventKind.Noise or EventKind.Malformed or EventKind.Error))
                {
                    return Accepted($"a run was started: {one.Label}", one.Frame);
                }

                if (one.Name == _scenario.Ready || one.Type == _scenario.Ready)
                {
                    _greeting = one;
                    await SendAsync(connection, bad, cancellationToken);
                }
            }
        } while (await _feed.WaitAsync(until - context.Clock.Elapsed, cancellationToken));

        return await _feed.EndAsync() is { } end ? Ended(end) : Silent();
    }

    private async Task SendAsync(RecordedConnection connection, string? bad, CancellationToken cancellationToken)
    {
        if (!_sent && _scenario.Send is { } message)
        {
            var nonce = context.Mark.Next(Nobody);
            await connection.SendAsync(
                JsonTexts.Fill(message, text => MessageTexts.Fill(text, context, Nobody, nonce, bad)),
                trigger: true,
                nonce,
                cancellationToken
            );
        }

        _sent = true;
    }

    private static Violation? Ended(SessionEnd end) =>
        AuthCodes.Contains(end.CloseCode)
            ? null
            : Violated(
                Causes.ConnectionDropped,
                $"{Wording.Loss(end)} after a bad token was shown, which does not say that it was refused. Expected HTTP 401 or 403, an AUTH_FAILED error, or close code 1008",
                end.Frame
            ) with
            {
                CloseCode = end.CloseCode,
            };

    private Violation Silent() =>
        _greeting is { } greeting
            ? Accepted(
                $"it was greeted with {greeting.Name} and not refused within {Wording.Limit(context.Settings.RefusalTimeout)}",
                greeting.Frame
            )
            : Violated(
                Causes.HttpNoAnswer,
                $"a bad token was neither refused nor accepted within {Wording.Limit(context.Settings.RefusalTimeout)}",
                0
            );

    private static Violation Accepted(string how, int frame) => Violated(Causes.TokenNotChecked, $"a bad token was accepted: {how}", frame);

    private static Violation Violated(string cause, string text, int frame) =>
        new()
        {
            Rule = Steps.DenyBadToken,
            Cause = cause,
            Text = text,
            Frames = frame > 0 ? [frame] : [],
        };
}
