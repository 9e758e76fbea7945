using System.Diagnostics;
using System.IO.Compression;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>The browser of this machine, without a window.</summary>
internal static class Browser
{
    public const string Missing = "These specs need a browser: install chromium, or run '.ci/browser install' as root.";

    private static readonly string? Program = Find("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome");

    /// <summary>Why browser specs are skipped; <c>null</c> where they run. In CI they always run, and fail where there is no browser.</summary>
    public static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable("CI") == "true" || Program is not null ? null : Missing;

    /// <summary>Opens a page and gives its document as the browser understood it.</summary>
    public static Task<string> OpenAsync(Uri page) => RunAsync("--dump-dom", page.AbsoluteUri);

    /// <summary>Opens a page and gives the colour of its first pixel: <c>F6F7F9</c>.</summary>
    public static async Task<string> BackgroundAsync(Uri page, bool dark)
    {
        using var folder = new TemporaryFolder();
        var picture = folder.File("page.png");
        await RunAsync($"--screenshot={picture}", $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", page.AbsoluteUri);
        return FirstPixel(await File.ReadAllBytesAsync(picture));
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing),
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile.Path}", .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var browser = Process.Start(start)!;
        var errors = browser.StandardError.ReadToEndAsync();
        var output = await browser.StandardOutput.ReadToEndAsync();
        await browser.WaitForExitAsync();
        Assert.True(browser.ExitCode == 0, await errors);
        return output;
    }

    /// <summary>The first pixel of a PNG: before it lies only its row's filter, which changes nothing there.</summary>
    private static string FirstPixel(byte[] png)
    {
        var data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using var rows = new ZLibStream(new MemoryStream(png, data, png.Length - data), CompressionMode.Decompress);
        var pixel = new byte[4];
        rows.ReadExactly(pixel);
        return Convert.ToHexString(pixel[1..]);
    }

    private static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
