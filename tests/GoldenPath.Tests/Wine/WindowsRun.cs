using System.Diagnostics;
using System.Text;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Tests.Wine;

/// <summary>A program that runs on Windows, and whatever it starts there.</summary>
internal sealed class WindowsRun : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    /// <param name="program">The full path of the executable.</param>
    /// <param name="arguments">Its arguments; <c>{folder}</c> stands for the run's own folder.</param>
    public WindowsRun(string program, params IEnumerable<string> arguments)
        : this(Directory.CreateTempSubdirectory("golden-path-wine-").FullName, program, arguments) { }

    /// <param name="folder">The folder that the run works in, and owns.</param>
    /// <param name="program">The full path of the executable.</param>
    /// <param name="arguments">Its arguments.</param>
    public WindowsRun(string folder, string program, IEnumerable<string> arguments)
    {
        Folder = folder;
        var start = new ProcessStartInfo(
            "wine",
            [
                program,
                .. arguments.Select(argument => argument.Replace("{folder}", WindowsPrograms.Windows(folder), StringComparison.Ordinal)),
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheRunner).ToArray())
        {
            start.Environment.Remove(name);
        }
        start.Environment["WINEPREFIX"] = WindowsPrograms.Prefix;
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["DOTNET_ROOT"] = WindowsPrograms.Windows(WindowsPrograms.Dotnet);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["GOLDENPATH_STATE"] = WindowsPrograms.Windows(Path.Combine(folder, "leases"));
        _process = Process.Start(start)!;
        _ = ReadAsync(_process.StandardOutput);
        _ = ReadAsync(_process.StandardError);
    }

    public string Folder { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public LeaseRegistry Registry => new(Path.Combine(Folder, "leases"));

    /// <summary>The log of a service that a guard has written for this run.</summary>
    public string Log(string service = "service") =>
        Path.Combine(Folder, "logs", service + ".log") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public Task SaysAsync(string text) =>
        Wait.UntilAsync(
            () => Output.Contains(text, StringComparison.Ordinal) || _process.HasExited,
            TimeSpan.FromSeconds(90),
            $"the run to say '{text}'; it said: {Output}"
        );

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, of which Linux shows the lowest byte.</returns>
    public async Task<int> EndsAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void TellToStop() => _process.StandardInput.Close();

    /// <summary>Ends a program of this run as the machine's administrator would: nothing of it runs any more.</summary>
    /// <param name="program">The name of its executable.</param>
    public void Kill(string program)
    {
        foreach (var pid in Alive().Where(alive => alive.Program == program).Select(alive => alive.Pid))
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
    }

    /// <summary>What is alive of this solution's programs on Windows, and of batch files in the run's folder. The runs come one after the other.</summary>
    public IReadOnlyList<(int Pid, string Program)> Alive() =>
        [
            .. ProcessTable
                .Snapshot()
                .Values.Where(entry => entry.IsAlive)
                .Select(entry => (entry.Pid, Command: ProcessTable.CommandLine(entry.Pid)))
                .Where(alive => IsOurs(alive.Command.Replace('\\', '/')))
                .Select(alive => (alive.Pid, ProgramOf(alive.Command))),
        ];

    public Task NothingIsLeftAsync() =>
        Wait.UntilAsync(
            () => Alive().Count == 0 && Registry.All().Count == 0,
            TimeSpan.FromSeconds(30),
            $"nothing left of {Folder}: {string.Join("; ", Alive())}"
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var (pid, _) in Alive())
        {
            ProcessSignal.Send(ProcessIdentity.Of(pid) ?? default, Signals.Kill);
        }
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose(); // Its output may go on: Windows' own services inherit it where this was the first program.
        if (Directory.Exists(Folder)) // Two commands may share it.
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (_output)
                {
                    _output.AppendLine(line);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The spec is over.
        }
    }

    private bool IsOurs(string command) =>
        command.Contains(".exe", StringComparison.Ordinal)
        && (command.Contains(Repository.Root, StringComparison.Ordinal) || command.Contains(Folder, StringComparison.Ordinal));

    private static string ProgramOf(string command)
    {
        var path = command[..(command.IndexOf(".exe", StringComparison.Ordinal) + ".exe".Length)];
        return path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    /// <summary>What belongs to the .NET that runs the specs leads a .NET of Windows astray.</summary>
    private static bool IsOfTheRunner(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal)
        || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.Ordinal);
}
