namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>Something that is drawn.</summary>
/// <param name="Shape">Its form.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="From">When it began, in milliseconds from the start of the run.</param>
/// <param name="To">When it ended; of a moment, the same.</param>
/// <param name="Text">Its values, for whoever points at it.</param>
/// <param name="Row">Its row in the lane.</param>
internal sealed record Mark(Shape Shape, Tone Tone, double From, double To, string Text, int Row = 0)
{
    /// <summary>A moment.</summary>
    public static Mark At(Shape shape, Tone tone, double at, string text, int row = 0) => new(shape, tone, at, at, text, row);
}
