using GoldenPath.Runs;

namespace GoldenPath.Reporting.Jobs;

/// <summary>A note at a line of the sources, as a job shows it beside them.</summary>
/// <param name="Place">The line; <c>null</c> where no file of the checkout is concerned.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record Annotation(SourceLine? Place, string Title, string Message);
