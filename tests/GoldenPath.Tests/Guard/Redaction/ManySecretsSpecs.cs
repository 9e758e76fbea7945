using System.Globalization;
using System.Security.Cryptography;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Tests.Guard.Redaction;

public sealed class ManySecretsSpecs
{
    private const int Many = 50_000;

    /// <summary>Secrets as they come in great numbers: alike at the beginning, at the end, and made of digits only.</summary>
    private static readonly Dictionary<string, Func<int, string>> Kinds = new()
    {
        ["tokens of one issuer"] = i => $"opaque-issuer-{Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)))}",
        ["addresses"] = i => string.Create(CultureInfo.InvariantCulture, $"user{i:D5}@example.com"),
        ["numbered"] = i => string.Create(CultureInfo.InvariantCulture, $"ticket-{i:D8}"),
        ["six digits"] = i => string.Create(CultureInfo.InvariantCulture, $"{100_000 + (i * 17):D6}"),
        ["card numbers"] = i => string.Create(CultureInfo.InvariantCulture, $"{4_000_000_000_000_000 + (i * 7_919L * 104_729):D16}"),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(KindNames))]
    public Task Each_of_fifty_thousand_is_hidden_and_nothing_else(string kind)
    {
        var secrets = Enumerable.Range(0, Many).Select(Kinds[kind]).ToList();
        var redactor = new Redactor(secrets);

        Assert.Equal(
            string.Concat(Enumerable.Repeat("<***> ", Many)),
            redactor.Redact(string.Concat(secrets.Select(secret => $"<{secret}> ")))
        );
        Assert.Equal(Many, redactor.Secrets.Count(secret => !secret.Contains('%', StringComparison.Ordinal)));
        Assert.Same("user and ticket of 2026-11-28", redactor.Redact("user and ticket of 2026-11-28"));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(KindNames))]
    public Task One_more_costs_the_same_however_many_are_known(string kind)
    {
        var redactor = new Redactor();
        var secrets = Enumerable.Range(0, Many).Select(Kinds[kind]).ToList();
        redactor.Add(secrets[0]);

        var costs = secrets.Skip(1).Select(secret => AllocatedBy(() => redactor.Add(secret))).ToList();

        // A set that is built anew, even now and then, allocates for all secrets that it holds.
        Assert.True(costs.Max() < Many, $"A secret allocated {costs.Max():N0} bytes.");
        Assert.Equal(1, costs.TakeLast(1000).Average() / costs.Take(1000).Average(), tolerance: 0.2);
        return Task.CompletedTask;
    }

    [Fact]
    public void Secrets_that_overlap_are_hidden_as_one() =>
        Assert.Equal(
            "a *** b *** c",
            new Redactor(["first-half", "half-second", "second-third"]).Redact("a first-half-second-third b half-second c")
        );

    [Fact]
    public void A_secret_inside_a_longer_one_leaves_nothing_of_it() =>
        Assert.Equal("*** ***", new Redactor(["inner", "an-inner-part"]).Redact("an-inner-part inner"));

    [Fact]
    public void A_short_home_folder_is_known_among_secrets() =>
        Assert.Equal("~/x *** /ci-2", new Redactor(["opaque-token", "/ci/opaque"], "/ci/").Redact("/ci/x /ci/opaque-token /ci-2"));

    [Fact(Timeout = 60_000)]
    public async Task A_secret_is_hidden_from_the_moment_that_it_is_known_whoever_reads_meanwhile()
    {
        var redactor = new Redactor();
        using var stop = new CancellationTokenSource();
        var reading = new TaskCompletionSource();
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                redactor.Redact("a text without any of them");
                reading.TrySetResult();
            }
        });
        await reading.Task;

        for (var i = 0; i < 10_000; i++)
        {
            var secret = Kinds["numbered"](i);
            redactor.Add(secret);
            Assert.Equal("***", redactor.Redact(secret));
        }

        await stop.CancelAsync();
        await reader;
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
