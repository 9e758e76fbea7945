using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Engine;

/// <summary>Removes from a container engine everything that carries a label, and nothing else: names are never looked at.</summary>
/// <param name="engine">The engine.</param>
/// <param name="label">The label's name, such as <c>io.goldenpath.run</c>.</param>
/// <param name="value">Its value.</param>
/// <param name="images">The ids of images that carry no label, because old builders give them none.</param>
/// <param name="time">The clock of the waiting. Default: the system's.</param>
internal sealed class EngineSweep(
    EngineAddress engine,
    string label,
    string value,
    IEnumerable<string>? images = null,
    TimeProvider? time = null
)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InAHurry = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<EngineObject> _images = [.. (images ?? []).Select(id => new EngineObject("image", id))];
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Stops and removes containers, then networks, volumes and images, and asks the engine whether they are gone.</summary>
    /// <param name="grace">How long containers may take to stop by themselves.</param>
    /// <param name="budget">How long everything may take, also where the engine does not answer.</param>
    /// <param name="hurry">Ends the grace; the removal goes on, for one more second at most.</param>
    /// <returns>What is left, one line each; empty where the engine has confirmed that nothing is.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(TimeSpan grace, TimeSpan budget, CancellationToken hurry)
    {
        using var limit = new CancellationTokenSource(budget, _time);
        await using var hurrying = hurry.Register(() => limit.CancelAfter(budget < InAHurry ? budget : InAHurry));
        IReadOnlyList<EngineObject> left = [];
        try
        {
            using var client = new EngineClient(engine);
            left = await FindAsync(client, limit.Token);
            await StopAsync(client, left, grace, limit.Token, hurry);
            while (left.Count > 0)
            {
                await RemoveAsync(client, left, limit.Token);
                left = await FindAsync(client, limit.Token);
                await Task.Delay(left.Count > 0 ? TryAgain : TimeSpan.Zero, _time, limit.Token);
            }

            return [];
        }
        catch (OperationCanceledException)
        {
            return left.Count > 0 ? [.. left.Select(Describe)] : [Unknown($"did not answer within {budget.TotalSeconds:0.#} s")];
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or IOException
                        or SocketException
                        or JsonException
                        or CryptographicException
                        or UnauthorizedAccessException
            )
        {
            return left.Count > 0 ? [.. left.Select(Describe)] : [Unknown("cannot be asked: " + e.GetBaseException().Message)];
        }
    }

    private async Task<IReadOnlyList<EngineObject>> FindAsync(EngineClient engine, CancellationToken cancellationToken)
    {
        var found = (await engine.FindAsync(label, value, cancellationToken)).ToList();
        foreach (var image in _images)
        {
            if (await engine.HasAsync(image, cancellationToken))
            {
                found.Add(image);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Stops containers: who needs others first, independent ones side by side, all within one grace.</summary>
    private async Task StopAsync(
        EngineClient engine,
        IReadOnlyList<EngineObject> found,
        TimeSpan grace,
        CancellationToken limit,
        CancellationToken hurry
    )
    {
        var start = _time.GetTimestamp();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, hurry);
        try
        {
            foreach (var wave in Waves([.. found.Where(IsContainer)]))
            {
                var rest = TimeSpan.FromTicks(Math.Max(0, (grace - _time.GetElapsedTime(start)).Ticks));
                await Task.WhenAll(
                    wave.Select(container =>
                        engine.StopAsync(container, container.Grace < rest ? container.Grace.Value : rest, either.Token)
                    )
                );
            }
        }
        catch (OperationCanceledException) when (!limit.IsCancellationRequested)
        {
            // Whoever hurries wants them killed, which the removal does.
        }
    }

    private static IEnumerable<IReadOnlyList<EngineObject>> Waves(List<EngineObject> left)
    {
        while (left.Count > 0)
        {
            var wave = left.FindAll(container => !left.Exists(other => other != container && other.Needs.Contains(container.Service)));
            yield return wave = wave.Count > 0 ? wave : [.. left]; // A circle of needs has no order: all at once.
            left.RemoveAll(wave.Contains);
        }
    }

    // Networks and volumes can only go after the containers that use them.
    private static async Task RemoveAsync(EngineClient engine, IReadOnlyList<EngineObject> found, CancellationToken cancellationToken)
    {
        await Task.WhenAll(found.Where(IsContainer).Select(container => engine.DeleteAsync(container, cancellationToken)));
        await Task.WhenAll(found.Where(what => !IsContainer(what)).Select(what => engine.DeleteAsync(what, cancellationToken)));
    }

    private static bool IsContainer(EngineObject what) => what.Kind == "container";

    private string Describe(EngineObject what) => $"{what} of the engine at {engine.Endpoint}";

    private string Unknown(string why) =>
        $"What the run has in the engine at {engine.Endpoint}, which {why}: the next run or 'Teardown' removes it when the engine is back";
}
