namespace GoldenPath;

/// <summary>Where a run tells a person what it does. Lines are plain text, already redacted.</summary>
public interface IRunConsole
{
    /// <summary>Says what is going on.</summary>
    void Information(string line);

    /// <summary>Says what a person should look at, although the run goes on.</summary>
    void Warning(string line);

    /// <summary>Says what broke.</summary>
    void Error(string line);
}
