using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace GoldenPath.Readiness;

/// <summary>The listening sockets as <c>lsof</c> tells them, for macOS, which offers no table to read. Only the reading of its output is
/// covered by specs. The server's end of a connection is not looked up there.</summary>
internal sealed class LsofSocketTable : SocketTable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) =>
        Run(string.Create(CultureInfo.InvariantCulture, $"-iTCP:{port}")) is { } output ? Parse(output) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) =>
        Run("-iTCP") is { } output ? [.. Parse(output).Where(listener => listener.Pids.Any(owns))] : null;

    /// <summary>Reads the output of <c>lsof -F ptn</c>: one field a line, named by its first letter.</summary>
    internal static List<PortListener> Parse(string output)
    {
        var listeners = new List<PortListener>();
        var (pid, six) = (0, false);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line[0])
            {
                case 'p':
                    pid = int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                    break;
                case 't':
                    six = line == "tIPv6";
                    break;
                case 'n' when EndPoint(line[1..], six) is { } endPoint:
                    listeners.Add(new() { EndPoint = endPoint, Pids = [pid] });
                    break;
                default:
                    break;
            }
        }

        return listeners;
    }

    private static IPEndPoint? EndPoint(string text, bool six) =>
        IPEndPoint.TryParse(text.Replace("*", six ? "[::]" : "0.0.0.0", StringComparison.Ordinal), out var endPoint) ? endPoint : null;

    private static string? Run(string selection)
    {
        try
        {
            using var lsof = Process.Start(
                new ProcessStartInfo("lsof", ["-nP", selection, "-sTCP:LISTEN", "-F", "ptn"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            var output = lsof!.StandardOutput.ReadToEndAsync();
            if (output.Wait(Deadline))
            {
                return output.Result;
            }

            lsof.Kill();
            return null;
        }
        catch (Win32Exception)
        {
            return null; // There is no lsof: nobody can tell.
        }
    }
}
