using EngineSample;

// One program holds several builds, because a build class must be known at compile time: SAMPLE_BUILD names the one to run.
return Environment.GetEnvironmentVariable("SAMPLE_BUILD") switch
{
    null => SampleBuild.Run(),
    nameof(ComponentBuild) => ComponentBuild.Run(),
    nameof(CyclicBuild) => CyclicBuild.Run(),
    nameof(QuietBuild) => QuietBuild.Run(),
    nameof(RequiringBuild) => RequiringBuild.Run(),
    nameof(SolutionBuild) => SolutionBuild.Run(),
    nameof(WorkflowBuild) => WorkflowBuild.Run(),
    nameof(EagerWorkflowBuild) => EagerWorkflowBuild.Run(),
    var name => throw new ArgumentException($"There is no build '{name}'."),
};
