using GoldenPath.Services;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>An error of a chain of errors, as runtimes print them.</summary>
/// <param name="Type">Its type: <c>java.net.ConnectException</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Line">The line that names it.</param>
internal sealed record RaisedError(string Type, string Message, LogLine Line);
