namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>One fault that is injected for real: what is wrong, what may be said about it, and how it comes to be.</summary>
/// <param name="Name">Its name; also the name of its folder in the corpus.</param>
/// <param name="Cause">The true cause, a name from <see cref="Causes"/>.</param>
/// <param name="Arrange">Prepares the scene: services, scenarios, test commands, holders of ports.</param>
internal sealed record Fault(string Name, string Cause, Func<Scene, Task> Arrange)
{
    public Fault(string name, string cause, Action<Scene> arrange)
        : this(
            name,
            cause,
            scene =>
            {
                arrange(scene);
                return Task.CompletedTask;
            }
        ) { }

    /// <summary>Other answers that are right too: what follows from the true cause and is as plain to see.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Why no answer is asked for: the evidence alone does not tell it from something else. It may be told as likely, or not at all.</summary>
    public string? Hard { get; init; }

    /// <summary>The exit code of the run, as DESIGN section 12 settles verdicts.</summary>
    public int ExitCode { get; init; } = 2;

    /// <summary>Further exit codes that are right where another answer is.</summary>
    public IReadOnlyList<int> OtherExitCodes { get; init; } = [];

    /// <summary>Programs that must be on the PATH; <c>root</c> stands for the right to mount.</summary>
    public IReadOnlyList<string> Needs { get; init; } = ["sh"];

    /// <summary>What somebody else does while the run goes on.</summary>
    public Func<Scene, CancellationToken, Task>? Meanwhile { get; init; }

    /// <summary>Whether an answer is right.</summary>
    public bool Accepts(string cause) => cause == Cause || Also.Contains(cause);

    public override string ToString() => Name;
}
