using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>A page in a browser: looked at, pointed at and typed into as a person does.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly Browser _browser = new();
    private readonly DevTools _tools = new();

    private BrowserPage() { }

    /// <summary>What the browser complained of: errors of the script, and what the page's policy kept it from.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a page.</summary>
    public static async Task<BrowserPage> OpenAsync(Uri address, int width = 1280, bool dark = false, bool script = true)
    {
        var page = new BrowserPage();
        try
        {
            await page.ShowAsync(address, width, dark, script);
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Shows the page light or dark, on a screen or on paper.</summary>
    public Task LookAsync(string media, bool dark) =>
        AskAsync(
            "Emulation.setEmulatedMedia",
            new()
            {
                ["media"] = media,
                ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
            }
        );

    /// <summary>Asks the page; a promise is awaited.</summary>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var answer = await AskAsync(
            "Runtime.evaluate",
            new()
            {
                ["expression"] = expression,
                ["awaitPromise"] = true,
                ["returnByValue"] = true,
            }
        );
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>The document as the browser understood it.</summary>
    public Task<string> DocumentAsync() => EvaluateAsync<string>("document.documentElement.outerHTML");

    /// <summary>Presses a key.</summary>
    public async Task PressAsync(string key, int code)
    {
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
        {
            await AskAsync(
                "Input.dispatchKeyEvent",
                new()
                {
                    ["type"] = type,
                    ["key"] = key,
                    ["code"] = key,
                    ["windowsVirtualKeyCode"] = code,
                }
            );
        }
    }

    /// <summary>Types a text into what has the focus.</summary>
    public Task TypeAsync(string text) => AskAsync("Input.insertText", new() { ["text"] = text });

    /// <summary>Points at the middle of the first element that fits, after scrolling it into view.</summary>
    public async Task PointAsync(string selector)
    {
        var at = await EvaluateAsync<string>(
            $$"""
            (() => { const e = document.querySelector('{{selector}}'); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return `${r.x + r.width / 2} ${r.y + r.height / 2}`; })()
            """
        );
        var (x, y) = at.Split(' ') is [var left, var top] ? (double.Parse(left, null), double.Parse(top, null)) : default;
        await AskAsync(
            "Input.dispatchMouseEvent",
            new()
            {
                ["type"] = "mouseMoved",
                ["x"] = x,
                ["y"] = y,
            }
        );
    }

    /// <summary>Makes a PDF of it, and tells its size in bytes.</summary>
    public async Task<int> PrintAsync() => ((string)(await AskAsync("Page.printToPDF"))["data"]!).Length * 3 / 4;

    public async ValueTask DisposeAsync()
    {
        await _tools.DisposeAsync();
        await _browser.DisposeAsync();
    }

    private async Task ShowAsync(Uri address, int width, bool dark, bool script)
    {
        await _tools.OpenAsync(await _browser.AddressAsync());
        foreach (var domain in new[] { "Page", "Runtime", "Log" })
        {
            await AskAsync(domain + ".enable");
        }

        await AskAsync(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = width,
                ["height"] = 900,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = false,
            }
        );
        await LookAsync("screen", dark);
        await AskAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !script });
        await AskAsync("Page.navigate", new() { ["url"] = address.AbsoluteUri });
        await UntilLoadedAsync();
    }

    private Task<JsonNode> AskAsync(string method, JsonObject? parameters = null) => _tools.AskAsync(method, parameters);

    private async Task UntilLoadedAsync()
    {
        await foreach (var happened in _tools.Events.ReadAllAsync())
        {
            switch ((string?)happened["method"])
            {
                case "Page.loadEventFired":
                    return;
                case "Log.entryAdded" when (string?)happened["params"]!["entry"]!["level"] == "error":
                    Complaints.Add((string)happened["params"]!["entry"]!["text"]!);
                    break;
                case "Runtime.exceptionThrown":
                    Complaints.Add(happened["params"]!.ToJsonString());
                    break;
            }
        }
    }
}
