using GoldenPath.Guard.Protocol;

namespace GoldenPath.Guard.Launching;

/// <summary>Starts the guard's children and waits for them, in the way of one system.</summary>
internal interface IChildren : IDisposable
{
    /// <summary>Raised after children have ended, adopted ones too where the system has such.</summary>
    event EventHandler? Reaped;

    /// <summary>The full path of the executable that a command means.</summary>
    /// <exception cref="LaunchException">It does not exist or cannot be run.</exception>
    string Find(LaunchOrder order);

    /// <summary>Starts a child in a group of its own, which can be asked to end and be ended as a whole.</summary>
    /// <exception cref="LaunchException">It could not be started; says why.</exception>
    StartedChild Start(LaunchOrder order, string file);
}
