using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsConfiguration : ConfigurationEntity
{
    // Runs of one pull request replace each other, runs of a branch do not.
    private const string DefaultGroup =
        "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    public string Name { get; set; }

    public GitHubActionsTrigger[] ShortTriggers { get; set; }

    public GitHubActionsDetailedTrigger[] DetailedTriggers { get; set; }

    public (GitHubActionsPermissions Type, string Permission)[] Permissions { get; set; }

    public string ConcurrencyGroup { get; set; }

    public bool ConcurrencyCancelInProgress { get; set; }

    public GitHubActionsJob[] Jobs { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Name}");
        writer.WriteLine();
        WriteTriggers(writer);
        if (Permissions.Length > 0)
        {
            writer.WriteLine();
            WriteSection(writer, "permissions:", Permissions.Select(x => $"{x.Type.GetValue()}: {x.Permission}"));
        }

        if (!string.IsNullOrWhiteSpace(ConcurrencyGroup) || ConcurrencyCancelInProgress)
        {
            writer.WriteLine();
            WriteSection(writer, "concurrency:", Concurrency());
        }

        writer.WriteLine();
        writer.WriteLine("jobs:");
        using var jobs = writer.Indent();
        foreach (var job in Jobs)
            job.Write(writer);
    }

    private static void WriteSection(CustomFileWriter writer, string key, IEnumerable<string> lines)
    {
        writer.WriteLine(key);
        using var section = writer.Indent();
        foreach (var line in lines)
            writer.WriteLine(line);
    }

    private void WriteTriggers(CustomFileWriter writer)
    {
        if (ShortTriggers.Length > 0)
        {
            writer.WriteLine($"on: [{string.Join(", ", ShortTriggers.Select(x => x.GetValue()))}]");
            return;
        }

        writer.WriteLine("on:");
        using var triggers = writer.Indent();
        foreach (var trigger in DetailedTriggers)
            trigger.Write(writer);
    }

    private IEnumerable<string> Concurrency()
    {
        yield return $"group: {(string.IsNullOrWhiteSpace(ConcurrencyGroup) ? DefaultGroup : ConcurrencyGroup)}";
        if (ConcurrencyCancelInProgress)
            yield return "cancel-in-progress: true";
    }
}
