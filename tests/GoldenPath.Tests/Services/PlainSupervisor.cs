using System.Diagnostics;
using GoldenPath.Diagnosis;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Services;

/// <summary>Starts processes without any guard: enough for specs about what is run, not about how it ends.</summary>
internal sealed class PlainSupervisor : ISupervisor
{
    private readonly List<PlainProcess> _processes = [];

    /// <summary>What was started, in order.</summary>
    public List<ProcessSpec> Started { get; } = [];

    public IReadOnlyList<ISupervisedProcess> Running => _processes;

    public Task<ISupervisedProcess> StartAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        Started.Add(spec);
        var start = new ProcessStartInfo(spec.Command[0], spec.Command.Skip(1)) { WorkingDirectory = spec.Directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in spec.Environment)
            start.Environment[name] = value;
        try
        {
            _processes.Add(new PlainProcess(spec, Process.Start(start)!));
            return Task.FromResult<ISupervisedProcess>(_processes[^1]);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new PipelineException(new Failure { Cause = Causes.ExecutableMissing, Verdict = Verdict.Environment, Summary = $"'{spec.Command[0]}' cannot be started: {exception.Message}" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.StopAsync(CancellationToken.None);
    }

    private sealed class PlainProcess : ISupervisedProcess
    {
        private readonly Process _process;
        private readonly Lock _lock = new();

        public PlainProcess(ProcessSpec spec, Process process)
        {
            (_process, Name, LogFile) = (process, spec.Name, spec.LogFile);
            Directory.CreateDirectory(Path.GetDirectoryName(LogFile)!);
            File.WriteAllText(LogFile, "");
            Exited = ExitAsync();
        }

        public string Name { get; }

        public int Pid => _process.Id;

        public Task<ProcessExit> Exited { get; }

        public string LogFile { get; }

        public bool Owns(int pid) => pid == Pid;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            await Exited;
        }

        private async Task<ProcessExit> ExitAsync()
        {
            await Task.WhenAll(CopyAsync(_process.StandardOutput), CopyAsync(_process.StandardError));
            await _process.WaitForExitAsync();
            return _process.ExitCode > 128 ? new ProcessExit(null, _process.ExitCode - 128) : new ProcessExit(_process.ExitCode, null);
        }

        private async Task CopyAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                Append(line);
            }
        }

        private void Append(string line)
        {
            lock (_lock)
            {
                File.AppendAllText(LogFile, line + "\n");
            }
        }
    }
}
