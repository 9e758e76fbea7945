using GoldenPath.Triage;
using Octokit;
using Octokit.Internal;

namespace GoldenPath.GitHub;

/// <summary>The issues of a repository on GitHub or a GitHub Enterprise Server.</summary>
/// <remarks>Reads and edits are repeated a few times where that may help; what creates or deletes something is not, as GitHub may
/// have done it before the connection broke.</remarks>
public sealed partial class GitHubIssueTracker : IIssueTracker, IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    private readonly GitHubOptions _options;
    private readonly TimeProvider _time;
    private readonly GitHubFailures _failures;
    private readonly AsyncLocal<CancellationToken> _caller = new();
    private readonly HttpClientAdapter _http;
    private readonly GitHubClient _client;
    private RepositoryName _repository;

    /// <summary>Prepares to talk to a repository; nothing is sent yet.</summary>
    /// <param name="options">Which one, and how.</param>
    /// <param name="time">The clock of deadlines and pauses. Default: the system's.</param>
    /// <exception cref="TrackerException">The address is no address of the web, or the token has characters that no token has.</exception>
    public GitHubIssueTracker(GitHubOptions options, TimeProvider? time = null)
    {
        if (options.Api is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new TrackerException(
                $"'{options.Api}' is no address of a GitHub API; give one like {GitHubOptions.PublicApi}",
                isPassing: false
            );
        }
        if (options.Token.Length == 0 || options.Token.Any(character => character is <= ' ' or > '~'))
        {
            throw new TrackerException("the token is empty or has characters that no token has", isPassing: false);
        }
        _options = options with { Api = ApiAddress.Of(options.Api) };
        _repository = options.Repository;
        _time = time ?? TimeProvider.System;
        _failures = new(_options, _time);
        _http = new(Handler);
        _client = new(
            new Connection(
                new ProductHeaderValue("golden-path", "1"),
                _options.Api,
                new InMemoryCredentialStore(new Credentials(options.Token)),
                _http,
                new SimpleJsonSerializer()
            )
        );
    }

    /// <inheritdoc/>
    public string Name =>
        $"{_options.Repository} on {(_options.Api.Host == GitHubOptions.PublicApi.Host ? "github.com" : _options.Api.Authority)}";

    private string Owner => _repository.Owner;

    private string Repository => _repository.Name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TrackedIssue>> ListAsync(string label, TrackedState state, CancellationToken cancellationToken)
    {
        var request = new RepositoryIssueRequest
        {
            State = state == TrackedState.Open ? ItemStateFilter.Open : ItemStateFilter.Closed,
            SortProperty = IssueSort.Created,
            SortDirection = SortDirection.Descending,
        };
        request.Labels.Add(label);
        Task<IReadOnlyList<Issue>> AskAsync() =>
            RepeatAsync(() => _client.Issue.GetAllForRepository(Owner, Repository, request, Pages()), cancellationToken);
        var issues = await AskAsync();
        if (!issues.All(IsHere) && await HasOtherNameAsync(cancellationToken))
        {
            issues = await AskAsync();
        }
        return issues.FirstOrDefault(issue => !IsHere(issue)) is { } stranger
            ? throw new TrackerException(
                $"{_options.Repository} answers with issues of another repository ({stranger.Url}); name it as it is called now, in issues.repository or --repository",
                isPassing: false
            )
            : [.. issues.Where(issue => issue.PullRequest is null).Select(Convert)];
    }

    /// <inheritdoc/>
    public async Task<TrackedIssue?> GetAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            var issue = await RepeatAsync(() => _client.Issue.Get(Owner, Repository, number), cancellationToken);
            return issue.Number is var shown and > 0 && (shown != number || !IsHere(issue)) ? null : Convert(issue); // An issue that was moved answers from where it is now.
        }
        catch (TrackerException e)
            when (e.InnerException is ApiException { StatusCode: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone })
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<TrackedIssue> CreateAsync(
        string title,
        string body,
        IReadOnlyList<LabelDefinition> labels,
        CancellationToken cancellationToken
    )
    {
        await EnsureLabelsAsync(labels, cancellationToken);
        var issue = new NewIssue(title) { Body = body };
        foreach (var label in labels)
        {
            issue.Labels.Add(label.Name);
        }
        return Convert(await OnceAsync(() => _client.Issue.Create(Owner, Repository, issue), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<TrackedIssue> UpdateAsync(TrackedIssue issue, IssueChange change, CancellationToken cancellationToken)
    {
        var update = new IssueUpdate { Milestone = issue.Milestone, Body = change.Body };
        if (change.State is { } state)
        {
            update.State = state == TrackedState.Open ? ItemState.Open : ItemState.Closed;
            update.StateReason =
                state == TrackedState.Open ? ItemStateReason.Reopened
                : change.IsDuplicate ? ItemStateReason.NotPlanned
                : ItemStateReason.Completed;
        }
        return Convert(
            await OfIssueAsync(
                issue.Number,
                () => RepeatAsync(() => _client.Issue.Update(Owner, Repository, issue.Number, update), cancellationToken)
            )
        );
    }

    /// <inheritdoc/>
    public async Task CommentAsync(int number, string text, CancellationToken cancellationToken) =>
        await OfIssueAsync(number, () => OnceAsync(() => _client.Issue.Comment.Create(Owner, Repository, number, text), cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommentsAsync(int number, CancellationToken cancellationToken)
    {
        var comments = await OfIssueAsync(
            number,
            () => RepeatAsync(() => _client.Issue.Comment.GetAllForIssue(Owner, Repository, number, Pages()), cancellationToken)
        );
        return [.. comments.Select(comment => comment.Body ?? "")];
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private bool IsHere(Issue issue) =>
        string.IsNullOrEmpty(issue.Url)
        || new Uri(issue.Url).AbsolutePath.EndsWith($"/{Owner}/{Repository}/issues/{issue.Number}", StringComparison.OrdinalIgnoreCase);

    // What is no issue is none: nothing may be concluded from it, least of all that something was filed.
    private TrackedIssue Convert(Issue issue) =>
        issue is not { Number: > 0 }
            ? throw NoIssue
            : new()
            {
                Number = issue.Number,
                Url = issue.HtmlUrl ?? "",
                Body = issue.Body ?? "",
                State = issue.State.StringValue == "closed" ? TrackedState.Closed : TrackedState.Open,
                ClosedAt = issue.ClosedAt,
                Labels = [.. (issue.Labels ?? []).Select(label => label.Name)],
                IsLocked = issue.Locked,
                Milestone = issue.Milestone?.Number,
            };

    private TrackerException NoIssue =>
        new($"{_options.Api.Authority} answered with something that is no issue", isPassing: true)
        {
            MostTries = GitHubFailures.TriesAtWrongAnswers,
        };

    private static ApiOptions Pages() => new() { PageSize = PageSize, PageCount = MostPages };

#pragma warning disable CA2000 // Dispose: the adapter disposes the chain of handlers.
    private GuardedHandler Handler()
    {
        HttpMessageHandler sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            ConnectTimeout = _options.RequestDeadline,
            UseCookies = false,
            UseProxy = !_options.Api.IsLoopback, // A proxy variable must not catch a server on this machine.
        };
        return new(_options, _time, _caller, ApiAddress.MustBeTried(_options.Api) ? new PathFindingHandler(sockets) : sockets);
    }
#pragma warning restore CA2000
}
