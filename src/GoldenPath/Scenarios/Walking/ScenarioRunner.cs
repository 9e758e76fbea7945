using GoldenPath.Configuration;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Walks scenarios against running services and judges them event by event.</summary>
/// <remarks>All users connect first and then run side by side; every session is recorded until the last one is decided, so that what leaks
/// from one to another is seen. Does not prove that answers are right, only that they answer what was asked.</remarks>
/// <param name="journal">Where every frame goes.</param>
/// <param name="redactor">Learns each token before anything is written.</param>
internal sealed class ScenarioRunner(FrameJournal journal, Redactor redactor)
{
    /// <summary>Walks a scenario.</summary>
    /// <returns>What came of it. A scenario that fails is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">Somebody ended the run.</exception>
    public async Task<ScenarioResult> WalkAsync(ScenarioDefinition scenario, ScenarioSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(settings);
        return await WalkAsync(new WalkContext(scenario, settings, journal, redactor), cancellationToken);
    }

    internal static async Task<ScenarioResult> WalkAsync(WalkContext context, CancellationToken cancellationToken)
    {
        using var handler = Transport.CreateHandler(context.Scenario.Connect.Trust);
        using var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var budget = context.Within(context.Settings.Budget, cancellationToken);
        var begun = context.Clock.Elapsed;
        var connector = new Connector(handler, context);
        var users = Enumerable
            .Range(context.Scenario.FirstUser, context.Scenario.Users)
            .Select(user => new UserWalk(user, context, new LoginClient(http, context), connector))
            .ToList();
        using var shown = context.Settings.Console?.Watch(context.Scenario.Name, () => WalkProgress.Of(users));
        try
        {
            await UntilBudget(budget, async () => await WalkAsync(users, context, budget.Token));
            var judged = Judge.Judged(await LeaveAsync(users, budget.HasPassed), context.Expect);
            var refused = await UntilBudget(budget, () => VisitAsync(context, connector, users, budget.Token));
            return new ScenarioReport(context, users, judged).Write(refused, budget.HasPassed, context.Clock.Elapsed - begun);
        }
        finally
        {
            await Task.WhenAll(users.Select(user => user.DisposeAsync().AsTask()));
        }
    }

    private static async Task<int> WalkAsync(IReadOnlyList<UserWalk> users, WalkContext context, CancellationToken cancellationToken)
    {
        var pace = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.Settings.ConnectingAtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(users, pace, async (user, token) => await user.ArriveAsync(token));
        var underWay = users.Where(user => user.IsUnderWay).ToList();
        await Task.WhenAll(underWay.Select(user => user.RunAsync(cancellationToken)));
        return underWay.Count;
    }

    private static async Task<IReadOnlyList<SessionRecord>> LeaveAsync(IEnumerable<UserWalk> users, bool budgetUsedUp) =>
        [.. (await Task.WhenAll(users.Select(user => user.LeaveAsync(budgetUsedUp)))).SelectMany(records => records)];

    private static async Task<Violation?> VisitAsync(
        WalkContext context,
        Connector connector,
        IReadOnlyList<UserWalk> users,
        CancellationToken cancellationToken
    ) =>
        context.Scenario.DenyBadToken
        && context.Scenario.Connect.CarriesToken
        && users.FirstOrDefault(user => user.ConnectTook is not null) is { } guest
            ? await new BadTokenVisit(context, connector, guest.Credentials).VisitAsync(cancellationToken)
            : null;

    private static async Task<T?> UntilBudget<T>(Deadline budget, Func<Task<T>> walk)
    {
        try
        {
            return await walk();
        }
        catch (OperationCanceledException) when (budget.HasPassed)
        {
            return default;
        }
    }
}
