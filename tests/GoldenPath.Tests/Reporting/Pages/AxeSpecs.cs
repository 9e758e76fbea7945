using System.Text.Json;
using Deque.AxeCore.Commons;
using GoldenPath.Runs;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>What a program can find out about who cannot use a page, found by axe-core.</summary>
public sealed class AxeSpecs
{
    [BrowserSpec]
    public Task A_green_page_shuts_nobody_out() => IsCleanAsync(RecordedFolder.Green());

    [BrowserSpec]
    public Task A_page_of_a_broken_environment_shuts_nobody_out() => IsCleanAsync(RecordedFolder.Crashed());

    [BrowserSpec]
    public Task A_page_of_a_broken_product_shuts_nobody_out() => IsCleanAsync(RecordedFolder.Unanswered(30, 3));

    private static async Task IsCleanAsync((RecordedFolder Folder, RunResult Run) recorded)
    {
        using var folder = recorded.Folder;
        var address = folder.Written(recorded.Run);
        foreach (var (width, dark) in new[] { (1280, false), (1280, true), (390, false) })
        {
            await using var page = await BrowserPage.OpenAsync(address, width, dark);
            await page.EvaluateAsync<int>("document.querySelectorAll('details').forEach(one => one.open = true), 0");
            await page.EvaluateAsync<int>(new BundledAxeScriptProvider().GetScript() + "\n;0");
            var found = await page.EvaluateAsync<string>(
                "axe.run().then(result => JSON.stringify({ passes: result.passes.length, violations: result.violations.map(one => [one.id, ...one.nodes.map(node => node.html + ' ' + node.failureSummary)]) }))"
            );

            using var report = JsonDocument.Parse(found);
            Assert.True(report.RootElement.GetProperty("passes").GetInt32() > 20, found);
            Assert.True(report.RootElement.GetProperty("violations").GetArrayLength() == 0, found);
        }
    }
}
