using System.Runtime.InteropServices;

namespace GoldenPath.Guard;

/// <summary>What signals mean to a guard: SIGTERM ends the run, SIGINT ends it without grace. It has no terminal, so nobody sends it one by
/// chance. On Windows only the end of a session comes so, as SIGTERM; see <see cref="Windows.GuardEvents"/>.</summary>
internal sealed class GuardSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

#pragma warning disable CA2000 // Dispose objects before losing scope: disposed with this object.
    public GuardSignals(GuardedRun session) =>
        _registrations = [
            On(PosixSignal.SIGTERM, session.Terminate),
            On(PosixSignal.SIGINT, session.Hurry),
            On(PosixSignal.SIGHUP, Ignore),
            On(PosixSignal.SIGQUIT, Ignore),
        ];
#pragma warning restore CA2000

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action react) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                react();
            }
        );

    private static void Ignore()
    {
        // A guard outlives terminals.
    }
}
