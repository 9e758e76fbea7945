namespace GoldenPath.Docker.Containers;

/// <summary>The network of a run.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Name">Its name in the engine.</param>
/// <param name="Id">Its id.</param>
internal sealed record RunNetwork(string RunId, string Name, string Id);
