using System.Security.Cryptography;
using System.Text;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Pages;

/// <summary>The result of a run as one web page: report.html. It holds no script and asks for nothing, and a policy in it keeps a browser to that.</summary>
/// <param name="redactor">What knows the run's secrets.</param>
public sealed class RunPage(Redactor redactor)
{
    private static readonly string Style = ReadStyle();

    // A style element is allowed by its hash alone.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    private readonly MarkupWriter _writer = new(new OutsideText(redactor));

    /// <summary>The page of a run.</summary>
    /// <param name="run">The result.</param>
    /// <param name="folder">The run's folder; the page is meant to lie in it, and links its files.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string Render(RunResult run, RunFolder folder)
    {
        var sections = new RunPageSections(run, RunFile.In(folder.Path), _writer);
        return _writer.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{run.Name}: {Word(run.Verdict)}</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            {sections.All()}</body>
            </html>

            """).Text;
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(RunPage).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
