using System.Globalization;
using GoldenPath.Benchmarks.Filing;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>Open issues under the label by which an incident is looked for: a red run files one more. The time is that of the stage FileIssue.</summary>
/// <param name="root">The root of the checkout.</param>
/// <param name="size">How many.</param>
internal sealed class OpenIssues(string root, int size) : ILoad
{
    private GitHubServer? _server;
    private RedCheckout? _checkout;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _server = await GitHubServer.StartAsync();
        _checkout = new(root);
        for (var number = 1; number <= size; number++)
        {
            _server.Add(new(number, Title(number), "Somebody wrote this by hand.", _server.Now()) { Labels = ["golden-path"] });
        }
    }

    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var (_, result) = await _checkout!.RunAsync(_server!.Api, cancellationToken);
        return result.Issue.Action == IssueAction.Created
            ? TimeSpan.FromMilliseconds(result.Stages.Single(stage => stage.Name == Stages.FileIssue).DurationMs)
            : throw new InvalidOperationException($"The issue was {result.Issue.Action}.");
    }

    public async ValueTask DisposeAsync()
    {
        _checkout?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Issue {number} of a busy repository");
}
