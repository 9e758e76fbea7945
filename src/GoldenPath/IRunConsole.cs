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

    /// <summary>Says what only a closer look needs. Default: like any other line.</summary>
    void Detail(string line) => Information(line);

    /// <summary>Shows that something goes on, until the returned object is disposed of. Default: nothing is shown.</summary>
    /// <param name="subject">What goes on, such as a service's name.</param>
    /// <param name="state">Says in a few words how far it is. Asked now and then, by any thread.</param>
    IDisposable Watch(string subject, Func<string> state) => Unwatched.Instance;

    /// <summary>Says something to the program that runs this one, such as a workflow command of GitHub Actions: a line of its own. Default: standard output.</summary>
    void Command(string command) => Console.Out.WriteLine(command);
}
