using System.Globalization;
using System.Text;
using GoldenPath.Benchmarks.Pipeline;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Services in rows of five, each of which needs the one before it and takes 0.2 s to be ready: the longest chain is 1 s. The time is that until all are ready.</summary>
/// <param name="root">The root of the checkout.</param>
/// <param name="size">How many.</param>
internal sealed class Services(string root, int size) : ILoad
{
    private const int Row = 5;

    private Checkout? _checkout;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        _checkout = new(root, Definition());
        return Task.CompletedTask;
    }

    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var (_, result) = await _checkout!.RunAsync(["SmokeTest", "--no-issue"], Verdict.Passed, cancellationToken);
        return TimeSpan.FromMilliseconds(
            result.Stages.Where(stage => stage.Name is Stages.StartServices or Stages.WaitForPort8002).Sum(stage => stage.DurationMs)
        );
    }

    public ValueTask DisposeAsync()
    {
        _checkout?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Definition()
    {
        var text = new StringBuilder("name: many\nservices:\n");
        for (var service = 0; service < size; service++)
        {
            var needs = service % Row == 0 ? "" : $"needs: [s{service - 1}], ";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  s{service}: {{ process: {{ command: [sh, -c, \"sleep 0.2; echo ready; exec sleep 600\"] }}, {needs}ready: {{ log: ready }} }}\n"
            );
        }

        return text
            + """
                smoke:
                  - command: [sh, -c, "echo '<testsuite><testcase name=\"up\"/></testsuite>' > $0", "{results}/up.xml"]
                    results: "{results}/up.xml"
                """;
    }
}
