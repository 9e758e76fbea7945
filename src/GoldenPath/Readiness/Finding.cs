namespace GoldenPath.Readiness;

/// <summary>Why a service is not ready.</summary>
/// <param name="Cause">A name from <see cref="Causes"/>.</param>
/// <param name="Sentence">The end of a sentence that begins with "Service 'x' was not ready after 30 s:".</param>
/// <param name="Remedies">What to do about it.</param>
internal sealed record Finding(string Cause, string Sentence, IReadOnlyList<Remedy> Remedies);
