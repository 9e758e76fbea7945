using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>A checkout in which a fault happens: its goldenpath.yml, its programs, and others on the machine that are in its way.</summary>
/// <param name="folder">The full path of its folder.</param>
internal sealed class Scene(string folder) : IAsyncDisposable
{
    private readonly StringBuilder _services = new();
    private readonly StringBuilder _smoke = new();
    private readonly List<IDisposable> _held = [];
    private readonly List<Process> _strangers = [];
    private string _scenarios = Asking();

    /// <summary>Where it is.</summary>
    public string Folder { get; } = folder;

    /// <summary>Where artifacts go. Default: into the folder.</summary>
    public string Artifacts { get; set; } = Path.Combine(folder, "artifacts");

    /// <summary>What the run tells a person.</summary>
    public RecordingConsole Console { get; } = new();

    /// <summary>What nobody may ever read.</summary>
    public PlantedSecrets Secrets { get; } = new();

    /// <summary>What a person must be told: the ports, pids and names of this very run.</summary>
    public IList<string> Mentions { get; } = [];

    /// <summary>The address of the container engine; <c>null</c> where none is asked.</summary>
    public string? Engine { get; set; }

    /// <summary>The run's budget.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The address of the scenario, for those that do not ask localhost.</summary>
    public static string Asking(
        string host = "localhost",
        string scheme = "ws",
        string path = "/ws",
        string expect = "silence: 600ms",
        int users = 1,
        string password = "analytical-engine"
    ) =>
        $$"""
            scenarios:
              golden-path:
                login:
                  post: "{{(scheme == "ws" ? "http" : "https")}}://{{host}}:{port}/auth/login"
                  json: { email: ada@example.com, password: "{{password}}" }
                  token: "$.access_token"
                connect: { url: "{{scheme}}://{{host}}:{port}{{path}}", token: subprotocol }
                ready: connection_established
                send: { type: user_message, content: "What is 6 * 7? Please quote {nonce}." }
                expect: { tools: required, {{expect}} }
                deny-bad-token: true
                users: {{users}}

            """;

    /// <summary>Declares what is walked.</summary>
    public Scene Scenario(string scenarios)
    {
        _scenarios = scenarios;
        return this;
    }

    /// <summary>Declares a service that this run starts.</summary>
    public Scene Service(
        IReadOnlyList<string> command,
        string ready = "http: /health, timeout: 20s",
        object? port = null,
        string name = "backend",
        string environment = "",
        string needs = ""
    )
    {
        var variables = environment.Length > 0 ? $"{Secrets.Environment}, {environment}" : Secrets.Environment;
        return Declare(name, $"process: {{ command: {Json(command)}, environment: {{ {variables} }} }}", $"{port ?? 0}", ready, needs);
    }

    /// <summary>Declares a service that somebody else was to start.</summary>
    public Scene External(int port, string ready = "timeout: 500ms", string name = "backend", string needs = "") =>
        Declare(name, "external: true", $"{port}", ready, needs);

    /// <summary>Declares any service.</summary>
    public Scene Declare(string name, string host, string port, string ready, string needs = "")
    {
        _services.AppendLine(CultureInfo.InvariantCulture, $"  {name}:").AppendLine(CultureInfo.InvariantCulture, $"    {host}");
        _services.Append(port.Length > 0 ? $"    port: {port}\n" : "").Append(needs.Length > 0 ? $"    needs: [{needs}]\n" : "");
        _services.AppendLine(CultureInfo.InvariantCulture, $"    ready: {{ {ready} }}");
        return this;
    }

    /// <summary>Declares a step that walks the scenario.</summary>
    public Scene Walk()
    {
        _smoke.AppendLine("  - scenario: golden-path");
        return this;
    }

    /// <summary>Declares a test command.</summary>
    public Scene Test(IReadOnlyList<string> command, string more = "", string results = "{results}/*.xml")
    {
        _smoke.AppendLine(
            CultureInfo.InvariantCulture,
            $"  - {{ command: {Json(command)}, results: \"{results}\"{(more.Length > 0 ? ", " : "")}{more} }}"
        );
        return this;
    }

    /// <summary>The quick service in Node.js, with what goes wrong.</summary>
    public static string[] Node(params string[] faults) => ["node", Program("agent.js"), "{port}", .. faults];

    /// <summary>The reference backend; what goes wrong is in its environment.</summary>
    public static string[] Reference { get; } = ["dotnet", Programs.AgentBackend];

    /// <summary>A shell script; its first argument is the port.</summary>
    public string[] Shell(string script, string name = "backend") => ["sh", Write($"{name}.sh", $"cat noise.log\n{script}\n"), "{port}"];

    /// <summary>A Python program; its first argument is the port.</summary>
    public string[] Python(string program, string name = "backend") =>
        [
            "python3",
            "-u",
            Write($"{name}.py", $"import os, sys\nport = int(sys.argv[1])\nprint(open('noise.log').read())\n{program}\n"),
            "{port}",
        ];

    /// <summary>A test command as a shell script; <c>$1</c> is the folder for its results.</summary>
    public string[] Tests(string script, string name = "smoke-tests") =>
        ["sh", Write($"{name}.sh", $"echo '{Secrets.Tested}'\n{script}\n"), "{results}"];

    /// <summary>Writes a file and gives its full path.</summary>
    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A port that nobody else gets.</summary>
    public int FreePort()
    {
        var reservation = global::GoldenPath.Services.FreePort.Reserve();
        _held.Add(reservation);
        return reservation.Port;
    }

    /// <summary>Holds a port with this very process, on an address of its own.</summary>
    public int Hold(IPAddress address, int? port = null)
    {
        var taken = port ?? FreePort();
        var listener = new TcpListener(address, taken);
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            listener.Server.DualMode = false;
        }

        listener.Start();
        _held.Add(listener);
        return taken;
    }

    /// <summary>Brings artifacts that lie on another disk to the others, before it goes.</summary>
    public void KeepArtifacts()
    {
        if (Artifacts != Path.Combine(Folder, "artifacts"))
        {
            Run($"cp -r '{Artifacts}' '{Path.Combine(Folder, "artifacts")}'");
            Artifacts = Path.Combine(Folder, "artifacts");
        }
    }

    /// <summary>Puts a small disk of its own on a folder.</summary>
    public void Mount(string folder, string size)
    {
        Run($"mount -t tmpfs -o size={size} tmpfs '{folder}'");
        _held.Add(new Mounted(folder));
    }

    /// <summary>Starts a program that is none of the run's.</summary>
    public Process Stranger(params IReadOnlyList<string> command)
    {
        var process = Process.Start(
            new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true }
        )!;
        _strangers.Add(process);
        return process;
    }

    /// <summary>A stranger that serves HTTP on a port, once it does.</summary>
    public async Task<Process> StrangerOnAsync(int port)
    {
        var stranger = Stranger("node", Program("agent.js"), $"{port}");
        while (await stranger.StandardOutput.ReadLineAsync() is { } line && !line.Contains("listening", StringComparison.Ordinal))
        {
            // Its first lines.
        }

        return stranger;
    }

    /// <summary>The id of a service's process, once the run has told it.</summary>
    public async Task<int> PidOfAsync(string service, CancellationToken cancellationToken) =>
        int.Parse(await Console.MatchAsync($@"^{service}: started \(pid (\d+)", cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>The port of a service, once the run has told it.</summary>
    public async Task<int> PortOfAsync(string service, CancellationToken cancellationToken) =>
        int.Parse(await Console.MatchAsync($@"^{service}: started \(pid \d+, port (\d+)", cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>Completes when a service's log holds a text.</summary>
    public Task LogsAsync(string service, string text) =>
        Wait.UntilAsync(
            () =>
                Directory.Exists(Artifacts)
                && Directory
                    .GetFiles(Artifacts, $"{service}.log", SearchOption.AllDirectories)
                    .Any(log => Text.Shared(log).Contains(text, StringComparison.Ordinal)),
            what: $"'{text}' in the log of {service}"
        );

    /// <summary>Ends a process as somebody else would.</summary>
    public static void Kill(int pid, string signal) => Run($"kill -{signal} {pid}");

    /// <summary>Writes the configuration.</summary>
    public string Configure()
    {
        Write("noise.log", Secrets.Noise);
        var smoke = _smoke.Length > 0 ? $"smoke:\n{_smoke}" : "";
        return Write("goldenpath.yml", $"name: fault\nservices:\n{_services}{_scenarios}{smoke}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stranger in _strangers)
        {
            stranger.Kill(entireProcessTree: true);
            await stranger.WaitForExitAsync();
            stranger.Dispose();
        }

        _held.ForEach(held => held.Dispose());
    }

    private static void Run(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        Assert.True(shell.ExitCode == 0, $"'{command}' exited with {shell.ExitCode}");
    }

    private sealed class Mounted(string folder) : IDisposable
    {
        public void Dispose() => Run($"umount -l '{folder}'");
    }

    private static string Program(string name) => Repository.File($"tests/GoldenPath.Tests/Diagnosis/Services/{name}");

    /// <summary>A command as YAML takes it, too.</summary>
    public static string Json(IReadOnlyList<string> command) => JsonSerializer.Serialize(command, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
