using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>A target of a build: what it does, what it needs, and how it went.</summary>
public class ExecutableTarget
{
    private readonly Stopwatch _watch = new();

    internal TargetDefinition Definition { get; init; }

    public MemberInfo Member { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public bool Listed { get; set; }

    public bool IsDefault { get; set; }

    public bool Invoked { get; set; }

    public ExecutionStatus Status { get; set; }

    public Delegate Factory { get; set; }

    public DependencyBehavior DependencyBehavior { get; internal set; }

    public bool AssuredAfterFailure { get; internal set; }

    public bool ProceedAfterFailure { get; internal set; }

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];

    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];

    public List<Action> Actions { get; internal set; } = [];

    public List<string> ArtifactProducts { get; internal set; } = [];

    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    public List<ExecutableTarget> OrderDependencies { get; } = [];

    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public TimeSpan Duration => _watch.Elapsed;

    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => Note(nameof(Skipped), value);
    }

    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => Note(nameof(OnlyWhen), value);
    }

    internal void Start()
    {
        _watch.Start();
        Status = ExecutionStatus.Running;
    }

    internal void End(ExecutionStatus status)
    {
        _watch.Stop();
        Status = status;
    }

    internal void Report(IReadOnlyDictionary<string, string> information) => SummaryInformation = new(information);

    private void Note(string key, string value)
    {
        if (value is not null)
            SummaryInformation[key] = value;
    }
}
