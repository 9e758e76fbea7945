using System.Text.Json;
using GoldenPath.Runs;

namespace GoldenPath.Diagnosis.Facts;

/// <summary>What was captured when a run broke: beside the logs, all that the rules may know. <c>evidence/case.json</c>.</summary>
internal sealed record CaseFile
{
    private const string Name = "case.json";
    private const int Current = 1;

    /// <summary>The version of this format.</summary>
    public int Schema { get; init; } = Current;

    /// <summary>How this build is called: <c>./build.sh</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The file that declares the pipeline, as it was called.</summary>
    public required string Configuration { get; init; }

    public required Observation Observation { get; init; }

    public IReadOnlyList<ServiceFact> Services { get; init; } = [];

    public IReadOnlyList<PortFact> Ports { get; init; } = [];

    /// <summary>What the services' own addresses, and addresses that logs named, answered to a connection.</summary>
    public IReadOnlyList<AnswerFact> Answers { get; init; } = [];

    public IReadOnlyList<VariableFact> Variables { get; init; } = [];

    public IReadOnlyList<DiskFact> Disks { get; init; } = [];

    public MemoryFact? Memory { get; init; }

    /// <summary>Files and folders that logs named.</summary>
    public IReadOnlyList<PathFact> Paths { get; init; } = [];

    /// <summary>How the services are made.</summary>
    public IReadOnlyList<ProjectFact> Projects { get; init; } = [];

    /// <summary>What processes and users may hold.</summary>
    public IReadOnlyList<LimitFact> Limits { get; init; } = [];

    /// <summary>What could not be captured, and why, a line each.</summary>
    public IReadOnlyList<string> Omitted { get; init; } = [];

    /// <summary>Writes it into a run folder.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Write(string runFolder)
    {
        using var file = File.Create(In(runFolder));
        JsonSerializer.Serialize(file, this, RunJson.Indented);
    }

    /// <summary>Reads it; <c>null</c> where a run folder has none.</summary>
    /// <exception cref="JsonException">It cannot be understood, or another version of this program wrote it.</exception>
    public static CaseFile? Read(string runFolder)
    {
        if (!File.Exists(In(runFolder)))
        {
            return null;
        }

        using var file = File.OpenRead(In(runFolder));
        var read = JsonSerializer.Deserialize<CaseFile>(file, RunJson.Indented);
        return read is { Schema: not Current }
            ? throw new JsonException($"{Name} has schema {read.Schema}; this version reads {Current}.")
            : read;
    }

    private static string In(string runFolder) => Path.Combine(runFolder, "evidence", Name);
}
