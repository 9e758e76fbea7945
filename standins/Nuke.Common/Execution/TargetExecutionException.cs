#nullable enable

namespace Nuke.Common.Execution;

/// <summary>Ends a build whose target failed; the failure itself is logged already.</summary>
internal sealed class TargetExecutionException(string target, Exception inner)
    : Exception($"Target '{target}' has thrown an exception.", inner);
