using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GoldenPath.TestKit.GitHub;

/// <summary>GitHub's REST API for issues, comments and labels on a loopback port: with state, validation as GitHub describes it, paging by
/// Link headers, ETags, rate-limit headers, and, on demand, faults and lists that lag behind.</summary>
public sealed partial class GitHubServer : IAsyncDisposable
{
    public const string Token = "ghp_0123456789abcdefghijklmnopqrstuvwxyzAB";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(long Time, ImmutableSortedDictionary<int, ServerIssue> Issues)> _past = [];
    private int _begun;
    private int _answered;
    private ImmutableSortedDictionary<int, ServerIssue> _issues = ImmutableSortedDictionary<int, ServerIssue>.Empty;
    private ImmutableDictionary<string, ServerLabel> _labels = ImmutableDictionary.Create<string, ServerLabel>(
        StringComparer.OrdinalIgnoreCase
    );

    private GitHubServer(WebApplication app) => _app = app;

    /// <summary>The address of the API.</summary>
    public Uri Api => new(Root, Prefix);

    /// <summary>The address without a path.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>The path in front of all others: as on a GitHub Enterprise Server unless set.</summary>
    public string Prefix { get; set; } = "/api/v3";

    /// <summary>What requests broke of GitHub's own description of its API.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>Every request, as <c>METHOD /path?query</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Decides what goes wrong; nothing unless set.</summary>
    public Func<HttpRequest, Fault?> Faults { get; set; } = _ => null;

    /// <summary>Decides how far a list lags behind; nothing unless set.</summary>
    public Func<TimeSpan> Staleness { get; set; } = () => TimeSpan.Zero;

    /// <summary>The server's clock.</summary>
    public Func<DateTimeOffset> Now { get; set; } = TimeProvider.System.GetUtcNow;

    /// <summary>The clock by which lists lag behind.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many requests have begun and how many have been answered: the same before and after a while means that nobody asks.</summary>
    public (int Begun, int Answered) Traffic => (_begun, _answered);

    /// <summary>How many issues a page holds at most.</summary>
    public int LargestPage { get; set; } = 100;

    public IReadOnlyCollection<ServerIssue> Issues
    {
        get
        {
            lock (_lock)
            {
                return [.. _issues.Values];
            }
        }
    }

    public IReadOnlyCollection<ServerLabel> Labels
    {
        get
        {
            lock (_lock)
            {
                return [.. _labels.Values];
            }
        }
    }

    public static async Task<GitHubServer> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(options => options.AddServerHeader = false);
        var app = builder.Build();
        var server = new GitHubServer(app) { Time = time ?? TimeProvider.System };
        app.Run(server.CountAsync);
        await app.StartAsync();
        server.Root = new(app.Urls.First());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    /// <summary>Puts an issue there that somebody filed before.</summary>
    public void Add(ServerIssue issue)
    {
        lock (_lock)
        {
            Save(issue);
        }
    }

    /// <summary>Changes an issue as a person would.</summary>
    public void Edit(int number, Func<ServerIssue, ServerIssue> change)
    {
        lock (_lock)
        {
            Save(change(_issues[number]));
        }
    }

    /// <summary>Forgets every issue.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _issues = _issues.Clear();
            _past.Clear();
        }
    }

    private void Save(ServerIssue issue)
    {
        _past.Add((Time.GetTimestamp(), _issues));
        _issues = _issues.SetItem(issue.Number, issue);
    }

    /// <summary>The issues as they were a while ago.</summary>
    private ImmutableSortedDictionary<int, ServerIssue> Stale(TimeSpan lag)
    {
        var first = _past.FindIndex(entry => Time.GetElapsedTime(entry.Time) <= lag);
        return first < 0 ? _issues : _past[first].Issues;
    }

    private async Task CountAsync(HttpContext context)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            await AnswerAsync(context);
        }
        finally
        {
            Interlocked.Increment(ref _answered);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        var body = await ReadAsync(request);
        var fault = Faults(request);
        if (fault is { Kind: not (FaultKind.AnswerAfterEffect or FaultKind.HangUpAfterEffect) })
        {
            await FailAsync(context, fault);
            return;
        }
        var (status, answer) = CheckToken(request) ?? Route(request, body, context.Response);
        if (fault is not null)
        {
            await FailAsync(context, fault);
            return;
        }
        context.Response.StatusCode = status;
        var text = answer?.ToJsonString() ?? "";
        AddHeaders(context.Response, text);
        ExchangeLog.Add(request, body, context.Response, answer);
        if (request.Headers.IfNoneMatch == context.Response.Headers.ETag && status == 200)
        {
            context.Response.StatusCode = 304;
        }
        else if (text.Length > 0)
        {
            await context.Response.WriteAsync(text);
        }
    }

    private static async Task FailAsync(HttpContext context, Fault fault)
    {
        if (fault.Kind is FaultKind.HangUp or FaultKind.HangUpAfterEffect)
        {
            context.Abort();
            return;
        }
        if (fault.Kind == FaultKind.Silence)
        {
            await WaitAsync(context);
            return;
        }
        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = fault.ContentType;
        foreach (var (name, value) in fault.Headers)
        {
            context.Response.Headers[name] = value;
        }
        await context.Response.WriteAsync(fault.Kind == FaultKind.StalledBody ? "[{\"number\":" : fault.Body);
        if (fault.Kind == FaultKind.StalledBody)
        {
            await context.Response.Body.FlushAsync();
            await WaitAsync(context);
        }
    }

    /// <summary>Until the client gives up.</summary>
    private static async Task WaitAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // It did.
        }
    }

    private async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0)
        {
            return null;
        }
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            Violations.Enqueue($"{request.Method} {request.Path}: content type {request.ContentType}");
        }
        return JsonNode.Parse(text);
    }

    private (int Status, JsonNode? Body)? CheckToken(HttpRequest request)
    {
        Require(request.Headers.UserAgent.Count > 0, request, "no User-Agent");
        Require(request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal), request, "no Accept");
        return request.Headers.Authorization.ToString() is "Token " + Token or "Bearer " + Token
            ? null
            : (
                401,
                new JsonObject
                {
                    ["message"] = "Bad credentials",
                    ["documentation_url"] = "https://docs.github.com/rest",
                    ["status"] = "401",
                }
            );
    }

    private bool Require(bool condition, HttpRequest request, string violation)
    {
        if (!condition)
        {
            Violations.Enqueue($"{request.Method} {request.Path}{request.QueryString}: {violation}");
        }
        return condition;
    }

    private void AddHeaders(HttpResponse response, string answer)
    {
        response.ContentType = answer.Length == 0 ? null : "application/json; charset=utf-8";
        response.Headers["X-RateLimit-Limit"] = "5000";
        response.Headers["X-RateLimit-Remaining"] = "4999";
        response.Headers["X-RateLimit-Reset"] = (Now().ToUnixTimeSeconds() + 3600).ToString(CultureInfo.InvariantCulture);
        response.Headers.ETag = $"W/\"{answer.GetHashCode(StringComparison.Ordinal):x8}\"";
    }
}
