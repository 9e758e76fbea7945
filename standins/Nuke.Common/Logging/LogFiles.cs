#nullable enable
using System.Globalization;
using Nuke.Common.IO;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary><c>build.log</c> of the last build and a dated copy of this and the last five, in the temporary directory.</summary>
internal sealed class LogFiles(AbsolutePath directory) : IDisposable
{
    private StreamWriter? _last;
    private StreamWriter? _dated;

    public void Write(LogEvent logEvent)
    {
        Open();
        var level = logEvent.Level.ToString()[..1];
        var text = $"{level} | {BuildLog.CurrentTarget, -20} | {LogText.MessageOf(logEvent)}";
        _last!.WriteLine($"{logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} | {text}");
        _dated!.WriteLine(text);
        if (logEvent.Exception is not { } exception)
            return;
        _last.WriteLine(exception);
        _dated.WriteLine(exception);
    }

    public void Dispose()
    {
        _last?.Dispose();
        _dated?.Dispose();
    }

    private static StreamWriter Open(AbsolutePath file) =>
        new(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };

    // Opened by the first event: most runs of a help text never log one.
    private void Open()
    {
        if (_last is not null)
            return;
        foreach (var old in Directory.GetFiles(directory, "build.*.log").OrderDescending(StringComparer.Ordinal).Skip(5))
            File.Delete(old);
        var now = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
        _last = Open(directory / "build.log");
        _dated = Open(directory / $"build.{now}.log");
    }
}
