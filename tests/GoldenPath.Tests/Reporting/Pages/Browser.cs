using System.Diagnostics;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>The browser of this machine, without a window and with a profile of its own.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string Missing = "These specs need a browser: install chromium, or run '.ci/browser install' as root.";

    private const string Announcement = "DevTools listening on ";

    private static readonly string? Program = Find("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome");

    private readonly TemporaryFolder _profile = new();
    private readonly Process _process;
    private Task _reading = Task.CompletedTask;

    public Browser() =>
        _process = Process.Start(
            new ProcessStartInfo(
                Program ?? throw new InvalidOperationException(Missing),
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    $"--user-data-dir={_profile.Path}",
                    "about:blank",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>Why browser specs are skipped; <c>null</c> where they run. In CI they always run, and fail where there is no browser.</summary>
    public static string? ReasonToSkip { get; } =
        Environment.GetEnvironmentVariable("CI") == "true" || Program is not null ? null : Missing;

    /// <summary>Waits until it takes commands, and tells where.</summary>
    public async Task<Uri> AddressAsync()
    {
        List<string> said = [];
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _reading = Task.WhenAll(_process.StandardError.ReadToEndAsync(), _process.StandardOutput.ReadToEndAsync());
                return new Uri(line[Announcement.Length..]);
            }
        }

        throw new InvalidOperationException($"The browser did not start: {string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _profile.Dispose();
    }

    private static string? Find(params string[] names) =>
        (
            from name in names
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            let file = Path.Combine(folder, name)
            where File.Exists(file)
            select file
        ).FirstOrDefault();
}
