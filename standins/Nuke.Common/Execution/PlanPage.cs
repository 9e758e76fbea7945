#nullable enable
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The answer to <c>--plan</c>: an HTML page in the temporary directory, opened where a person looks at the console.</summary>
internal static class PlanPage
{
    public static void Show(NukeBuild build)
    {
        var file = NukeBuild.TemporaryDirectory / "execution-plan.html";
        File.WriteAllText(file, Html(build.ExecutionPlan));
        Host.Information($"Execution plan: {string.Join(" → ", build.ExecutionPlan.Select(x => x.Name))}");
        Host.Information($"See also {file}");
        if (!Console.IsOutputRedirected && (!OperatingSystem.IsLinux() || EnvironmentInfo.HasVariable("DISPLAY")))
            Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })?.Dispose();
    }

    private static string Html(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var html = new StringBuilder(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Execution plan</title>\n<h1>Execution plan</h1>\n<ol>\n"
        );
        foreach (var target in plan)
        {
            html.Append("<li><b>").Append(target.Name).Append("</b> ").Append(WebUtility.HtmlEncode(target.Description));
            Append(html, "depends on", target.ExecutionDependencies);
            Append(html, "after", target.OrderDependencies);
            Append(html, "triggered by", target.TriggerDependencies);
            html.Append("</li>\n");
        }

        return html.Append("</ol>\n").ToString();
    }

    private static void Append(StringBuilder html, string relation, IReadOnlyCollection<ExecutableTarget> targets)
    {
        if (targets.Count > 0)
            html.Append("<br>").Append(relation).Append(": ").AppendJoin(", ", targets.Select(x => x.Name));
    }
}
