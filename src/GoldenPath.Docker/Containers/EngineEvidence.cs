using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>The file in a run folder that keeps what an engine told about a service, one fact a line. Failures cite its lines.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="service">The service.</param>
/// <param name="redactor">Takes secrets out of the facts.</param>
internal sealed class EngineEvidence(RunFolder folder, string service, Redactor redactor)
{
    private readonly Lock _gate = new();

    /// <summary>Its name, relative to the run folder.</summary>
    private string Name => $"evidence/docker-{service}.txt";

    private string FullName => Path.Combine(folder.Path, Name);

    /// <summary>The sheet of a service.</summary>
    public static EngineEvidence Of(ServiceStart start) => new(start.Folder, start.Service.Name, start.Redactor);

    /// <summary>Writes down what a failure goes by, and further facts. What is there already is not written again.</summary>
    /// <returns>The failure, whose evidence now says where in the run folder it is.</returns>
    public Failure Keep(Failure failure, params IEnumerable<string> facts)
    {
        lock (_gate)
        {
            try
            {
                Directory.CreateDirectory(folder.EvidenceDirectory);
                var lines = File.Exists(FullName) ? File.ReadAllLines(FullName).ToList() : [];
                var known = lines.Count;
                var cited = failure
                    .Evidence.Select(evidence => IsFile(evidence.Source) ? evidence : Cite(lines, $"{evidence.Source}: {evidence.Text}"))
                    .ToList();
                foreach (var fact in facts)
                {
                    Cite(lines, fact);
                }

                File.AppendAllLines(FullName, lines.Skip(known));
                return failure with { Evidence = cited };
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return failure; // A disk that takes no evidence hides no failure.
            }
        }
    }

    /// <summary>Starts a service, and writes down what its failure goes by where that fails.</summary>
    /// <exception cref="PipelineException">It failed.</exception>
    public async Task<ISupervisedService> KeepAsync(Func<EngineEvidence, Task<ISupervisedService>> start)
    {
        try
        {
            return await start(this);
        }
        catch (PipelineException e)
        {
            throw new PipelineException(Keep(e.Failure));
        }
    }

    private static bool IsFile(string source) =>
        source.StartsWith("logs/", StringComparison.Ordinal) || source.StartsWith("evidence/", StringComparison.Ordinal);

    private Evidence Cite(List<string> lines, string fact)
    {
        var line = redactor.Redact(fact.Trim().ReplaceLineEndings(" | "));
        if (lines.IndexOf(line) is >= 0 and var at)
        {
            return new Evidence($"{Name}:{at + 1}", line);
        }

        lines.Add(line);
        return new Evidence($"{Name}:{lines.Count}", line);
    }
}
