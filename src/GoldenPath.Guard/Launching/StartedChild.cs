namespace GoldenPath.Guard.Launching;

/// <summary>A child that has just been started.</summary>
/// <param name="Child">It.</param>
/// <param name="Output">What it writes.</param>
/// <param name="Input">What keeps its standard input open; <c>null</c> where that is at its end.</param>
internal sealed record StartedChild(Child Child, IChildOutput Output, IDisposable? Input);
