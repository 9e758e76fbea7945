using System.Text.Json;
using GoldenPath.Guard.Launching;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Windows;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard;

/// <summary>The guard of one run. It is told everything over its standard input, whose end means that the run's owner has died.</summary>
internal static class GuardProgram
{
    private const int InputBuffer = 4096;

    private static async Task<int> Main()
    {
        Detachment.Apply();
        await using var input = Standard(0, FileAccess.Read);
        await using var output = Standard(1, FileAccess.Write);
        using var owner = new OwnerLine(input, output);
        if (Introduced(owner) is not { Lease.Owner.IsAlive: true } introduction)
        {
            return 0;
        }
        var ledger = new LeaseLedger(new(introduction.LeaseDirectory), introduction.Lease);
        if (!TryEnter(ledger, owner))
        {
            return 1;
        }
        using var children = Children();
        using var session = new GuardedRun(owner, ledger, new(introduction.Secrets, introduction.Home), children);
        using var signals = new GuardSignals(session);
        using var requests = Requests(session);
        owner.Send(new() { Ready = true });
        new Thread(() => Listen(owner, session)) { IsBackground = true, Name = "owner" }.Start();
        await session.Completion;
        return 0;
    }

    private static Introduction? Introduced(OwnerLine owner)
    {
        try
        {
            return owner.Read()?.Introduction;
        }
        catch (JsonException e)
        {
            owner.Send(new() { Refusal = $"the guard and its owner are not of the same version ({e.Message})" });
            return null;
        }
    }

    private static void Listen(OwnerLine owner, GuardedRun session)
    {
        try
        {
            while (owner.Read() is { } command)
            {
                session.Handle(command);
            }
        }
        catch (JsonException)
        {
            // Cut off in the middle of a line: the owner is as gone as with an orderly end.
        }
        session.OwnerIsGone();
    }

    /// <summary>Without a lease on disk nothing may be started.</summary>
    private static bool TryEnter(LeaseLedger ledger, OwnerLine owner)
    {
        try
        {
            ledger.Change(lease => lease with { Guard = ProcessIdentity.Current });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            owner.Send(new() { Refusal = e.Message });
            return false;
        }
    }

    private static IChildren Children() => OperatingSystem.IsWindows() ? new WindowsChildren() : new PosixChildren();

    /// <summary>What comes as a signal elsewhere.</summary>
    private static GuardEvents? Requests(GuardedRun session)
    {
        var self = ProcessIdentity.Current;
        return OperatingSystem.IsWindows() ? new((self.Pid, self.StartTime), session.Terminate, session.Hurry) : null;
    }

    private static Stream Standard(int descriptor, FileAccess access)
    {
        if (OperatingSystem.IsWindows())
        {
            return access == FileAccess.Read ? Console.OpenStandardInput() : Console.OpenStandardOutput();
        }
#pragma warning disable CA2000 // Dispose objects before losing scope: the stream closes its handle.
        return new FileStream(
            new SafeFileHandle(descriptor, ownsHandle: true),
            access,
            bufferSize: access == FileAccess.Read ? InputBuffer : 0
        );
#pragma warning restore CA2000
    }
}
