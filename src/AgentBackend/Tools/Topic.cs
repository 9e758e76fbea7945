namespace AgentBackend.Tools;

/// <summary>Something the lookup knows.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What is known.</param>
/// <param name="Aliases">Other names.</param>
internal sealed record Topic(string Name, string Text, params string[] Aliases)
{
    /// <summary>Every name it goes by.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);
}
