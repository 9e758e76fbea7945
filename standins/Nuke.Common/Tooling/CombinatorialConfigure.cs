namespace Nuke.Common.Tooling;

public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();
