namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>A strip of the picture: what happened to one thing, or to many of a kind.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Marks">What is drawn; later ones over earlier ones.</param>
internal sealed record Lane(string Name, IReadOnlyList<Mark> Marks)
{
    /// <summary>How many rows it has.</summary>
    public int Rows => Marks.Count == 0 ? 1 : Marks.Max(mark => mark.Row) + 1;
}
