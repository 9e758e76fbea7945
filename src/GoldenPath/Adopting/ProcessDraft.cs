namespace GoldenPath.Adopting;

/// <summary>A service that is a process of the machine, as a finder puts it together.</summary>
/// <param name="survey">What was found so far.</param>
/// <param name="name">The name that it would like.</param>
/// <param name="folder">Its folder.</param>
internal sealed class ProcessDraft(Survey survey, string name, string folder)
{
    private readonly SourceClues _clues = new(survey.Tree, folder);

    /// <summary>What its sources tell.</summary>
    public SourceClues Clues => _clues;

    /// <summary>The command, with its place.</summary>
    public required (IReadOnlyList<string> Words, string Place) Command { get; init; }

    /// <summary>The variables, with their place.</summary>
    public (IReadOnlyDictionary<string, string> Values, string Place) Environment { get; init; } = (new Dictionary<string, string>(), "");

    /// <summary>The port, with its place; <c>null</c> where it is not known.</summary>
    public (int Number, string Place)? Port { get; init; }

    /// <summary>Declares it.</summary>
    public void Add()
    {
        List<DraftLine> lines = [new("process:"), new($"  command: {Yaml.List(Command.Words)}", Command.Place)];
        if (folder != ".")
        {
            lines.Add(new($"  directory: {Yaml.Scalar(folder)}"));
        }

        if (Environment.Values.Count > 0)
        {
            lines.Add(new($"  environment: {Yaml.Map(Environment.Values)}", Environment.Place));
        }

        var free = survey.FreeName(name);
        survey.Services.Add(
            new ServiceDraft
            {
                Name = free,
                Host = lines,
                Port = Port?.Number,
                PortPlace = Port?.Place ?? "",
                Health = _clues.Health,
                WebSocket = _clues.WebSocket,
                AgentEvents = _clues.AgentEvents,
            }
        );
        if (Port is null)
        {
            survey.Missing.Add(
                $"No port of '{free}' was found: write port: N, or, where it listens on none, ready: {{ log: \"a line of its output\" }}."
            );
        }
    }
}
