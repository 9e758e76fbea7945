using System.Runtime.InteropServices;

namespace MisbehavingService.Commands;

/// <summary>ignore-signals: SIGTERM, SIGINT, SIGHUP and SIGQUIT are taken and dropped.</summary>
internal static class IgnoreSignals
{
    private static readonly List<PosixSignalRegistration> Registrations = [];

    public static Task RunAsync(string[] arguments)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = true));
        }
        return Task.CompletedTask;
    }
}
