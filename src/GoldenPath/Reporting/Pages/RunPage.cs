using System.Security.Cryptography;
using System.Text;
using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting.Pages.Html;
using GoldenPath.Reporting.Pages.Parts;
using GoldenPath.Reporting.Pages.Reading;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages;

/// <summary>The result of a run as one web page: report.html. It asks for nothing, and a policy in it keeps a browser to that.</summary>
/// <remarks>Its one script adds comfort only: copying, filtering, searching. Without it nothing is missing.</remarks>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class RunPage(Redactor redactor)
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    // Style and script are allowed by their hashes alone.
    private static readonly string Policy =
        $"default-src 'none'; style-src {Hash(Style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";

    private readonly MarkupWriter _writer = new(new OutsideText(redactor));

    /// <summary>The page of a run.</summary>
    /// <param name="run">The result.</param>
    /// <param name="folder">The run's folder; the page is meant to lie in it, and links its files.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string Render(RunResult run, RunFolder folder)
    {
        var page = new PageContext(new RunStory(run, folder), _writer, new Once());
        return _writer
            .Write(
                $"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>{run.Name}: {PageContext.Word(run.Verdict)}</title>
                <style>{new Markup(Style)}</style>
                </head>
                <body>
                {Body(page)}<script>{new Markup(Script)}</script>
                </body>
                </html>

                """
            )
            .Text;
    }

    // In the order of the page: what stands above is not said again below.
    private static Markup Body(PageContext page)
    {
        var (services, end) = (new ServicePart(page), new EndPart(page));
        var header = new HeaderPart(page).Write();
        return Markup.Join([
            header,
            page.Writer.Write($"<main>\n"),
            new PicturePart(page).Write(),
            new WhyPart(page).Write(),
            new ScenarioPart(page).Write(),
            new TestPart(page).Write(),
            services.Services(),
            services.Stages(),
            new LogPart(page).Write(),
            new FramePart(page).Write(),
            end.Issue(),
            end.Teardown(),
            end.Files(),
            page.Writer.Write($"</main>\n"),
        ]);
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(RunPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
