namespace GoldenPath.Terminal;

/// <summary>Prints lines, and signs of life of what goes on between them.</summary>
internal interface ISigns : IDisposable
{
    /// <summary>Prints a line; never into the midst of a sign.</summary>
    void Print(string line);

    /// <summary>Begins to show that something goes on.</summary>
    void Show(Ongoing ongoing);

    /// <summary>Ends that.</summary>
    void Hide(Ongoing ongoing);
}
