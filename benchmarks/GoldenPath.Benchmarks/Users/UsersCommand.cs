using System.CommandLine;
using GoldenPath.Configuration;

namespace GoldenPath.Benchmarks.Users;

/// <summary><c>users</c>: many users walk the golden path side by side, and every session is judged event by event.</summary>
internal static class UsersCommand
{
    private static readonly Option<int> _users = new("--users") { Description = "How many users.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> _rounds = new("--rounds")
    {
        Description = "How many measured rounds, after one to warm up.",
        DefaultValueFactory = _ => 3,
    };
    private static readonly Option<string?> _url = new("--url")
    {
        Description = "The WebSocket URL of a running service that speaks as AgentBackend does, such as ws://localhost:8002/ws.",
    };
    private static readonly Option<FileInfo?> _config = new("--config") { Description = "The goldenpath.yml of any running service." };
    private static readonly Option<string?> _scenario = new("--scenario") { Description = "The scenario in --config. Default: the first." };
    private static readonly Option<bool> _remote = new("--allow-remote")
    {
        Description = "Load a service that is not on this machine. Only for one that is yours.",
    };

    private static readonly Option<bool> _cold = new("--cold") { Description = "No warm-up: what a single run costs." };

    public static Command Create()
    {
        var command = new Command(
            "users",
            "Many users side by side against AgentBackend (started for it), or against a service that runs already."
        )
        {
            _users,
            _rounds,
            _url,
            _config,
            _scenario,
            _remote,
            _cold,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        try
        {
            if (options.GetValue(_users) < 1 || options.GetValue(_rounds) < 1)
            {
                throw new UsageException("--users and --rounds must be 1 or more.");
            }

            await using var target = await FindAsync(options, cancellationToken);
            if (!target.IsLocal && !options.GetValue(_remote))
            {
                throw new UsageException($"{target.Name} is not on this machine. If it is yours to load, say --allow-remote.");
            }

            var benchmark = new UsersBenchmark(target, options.GetValue(_users), isCold: options.GetValue(_cold), Console.Out);
            return await benchmark.RunAsync(options.GetValue(_rounds), cancellationToken) ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is UsageException or ConfigurationException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 3;
        }
    }

    private static async Task<Target> FindAsync(ParseResult options, CancellationToken cancellationToken) =>
        (options.GetValue(_url), options.GetValue(_config)) switch
        {
            (null, null) => await Target.StartAsync(cancellationToken),
            ({ } text, null) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("ws" or "wss")
                ? Target.At(url)
                : throw new UsageException($"--url is '{text}', and must be a WebSocket URL such as ws://localhost:8002/ws."),
            (null, { } config) => Target.From(config.FullName, options.GetValue(_scenario)),
            _ => throw new UsageException("Give --url or --config, not both."),
        };
}
