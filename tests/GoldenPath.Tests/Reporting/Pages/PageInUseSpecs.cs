namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>How the page is used: by whom, on what, with which hands.</summary>
public sealed class PageInUseSpecs
{
    private const int Tab = 9;
    private const int Right = 39;

    [BrowserSpec]
    public async Task It_is_light_or_dark_as_its_reader_wants()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));

        Assert.Equal("rgb(246, 247, 249)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.LookAsync("screen", dark: true);
        Assert.Equal("rgb(18, 22, 28)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [BrowserSpec]
    public async Task It_fits_a_telephone()
    {
        foreach (var (folder, run) in new[] { RecordedFolder.Green(), RecordedFolder.Crashed(), RecordedFolder.Unanswered(30, 3) })
        {
            using var _ = folder;
            await using var page = await BrowserPage.OpenAsync(folder.Written(run), width: 390);
            await page.EvaluateAsync<int>("document.querySelectorAll('details').forEach(one => one.open = true), 0");

            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            Assert.Equal(
                "",
                await page.EvaluateAsync<string>(
                    "[...document.querySelectorAll('main *, header *')].filter(one => !one.closest('svg') && !one.closest('.skip') && one.getBoundingClientRect().right > document.documentElement.clientWidth).map(one => one.outerHTML.slice(0, 80)).join()"
                )
            );
        }
    }

    [BrowserSpec]
    public async Task Whoever_points_at_a_mark_reads_its_values()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));
        const string Read =
            "[...document.querySelectorAll('.tip')].filter(tip => getComputedStyle(tip).visibility === 'visible').map(tip => tip.textContent).join('|')";

        Assert.Equal("", await page.EvaluateAsync<string>(Read));
        await page.PointAsync(".lane:nth-of-type(n) circle");
        Assert.Matches("^backend: HTTP 127.0.0.1 200 × 9, at 0.810 s$", await page.EvaluateAsync<string>(Read));
    }

    [BrowserSpec]
    public async Task The_keyboard_goes_from_lane_to_lane_and_from_mark_to_mark()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));
        await page.PressAsync("Tab", Tab);
        Assert.Equal("Skip the picture", await page.EvaluateAsync<string>("document.activeElement.innerText"));
        await page.PressAsync("Tab", Tab);
        await page.PressAsync("ArrowRight", Right);

        Assert.StartsWith(
            "stages: WaitForPort8002 succeeded",
            await page.EvaluateAsync<string>("document.querySelector('.mark.on .tip').textContent"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "stages: WaitForPort8002 succeeded",
            await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"),
            StringComparison.Ordinal
        );
    }

    [BrowserSpec]
    public async Task Without_the_script_the_keyboard_still_reads_a_lane()
    {
        var (folder, run) = RecordedFolder.Green();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run), script: false);
        await page.PressAsync("Tab", Tab);
        await page.PressAsync("Tab", Tab);

        Assert.StartsWith(
            "stages: StartServices succeeded",
            await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('.all')].filter(one => getComputedStyle(one).visibility === 'visible').map(one => one.textContent).join('|')"
            ),
            StringComparison.Ordinal
        );
    }

    [BrowserSpec]
    public async Task Frames_are_filtered_and_searched()
    {
        var (folder, run) = RecordedFolder.Green(users: 3);
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));
        const string Shown = "[...document.querySelectorAll('ol.frames > li')].filter(row => row.offsetHeight > 0).length";
        const string Told = "document.querySelector('.filter output').value";

        Assert.Equal(15, await page.EvaluateAsync<int>(Shown));
        await page.EvaluateAsync<int>("document.querySelector('[name=text]').focus(), 0");
        await page.TypeAsync("agent_THINKING");
        Assert.Equal((3, "3 of 15 shown"), (await page.EvaluateAsync<int>(Shown), await page.EvaluateAsync<string>(Told)));
        await page.EvaluateAsync<int>(
            "document.querySelector('[name=user]').value = '2', document.querySelector('[name=user]').dispatchEvent(new Event('input', { bubbles: true })), 0"
        );
        Assert.Equal((1, "1 of 15 shown"), (await page.EvaluateAsync<int>(Shown), await page.EvaluateAsync<string>(Told)));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('ol.frames > li:not([hidden]) details').open"));
    }

    [BrowserSpec]
    public async Task Commands_are_copied()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run));
        var copied = await page.EvaluateAsync<string>(
            """
            new Promise(done => {
              navigator.clipboard.writeText = async text => { done(text); };
              document.querySelector('header .copy').click();
            })
            """
        );

        Assert.Equal("dotnet src/AgentBackend/bin/AgentBackend.dll", copied);
    }

    [BrowserSpec]
    public async Task Without_its_script_nothing_is_missing_but_comfort()
    {
        var (folder, run) = RecordedFolder.Unanswered(3, 1);
        using var _ = folder;
        var address = folder.Written(run);
        await using var with = await BrowserPage.OpenAsync(address);
        await using var without = await BrowserPage.OpenAsync(address, script: false);
        const string Texts =
            "[...document.querySelectorAll('body *:not(script, form, form *, button, output)')].map(one => [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join('')).join('|')";

        Assert.Equal(await with.EvaluateAsync<string>(Texts), await without.EvaluateAsync<string>(Texts));
        Assert.Equal(
            0,
            await without.EvaluateAsync<int>("[...document.querySelectorAll('form, button')].filter(one => one.offsetHeight > 0).length")
        );
        Assert.True(
            await with.EvaluateAsync<int>("[...document.querySelectorAll('form, button')].filter(one => one.offsetHeight > 0).length") > 0
        );
    }

    [BrowserSpec]
    public async Task On_paper_everything_is_open()
    {
        var (folder, run) = RecordedFolder.Crashed();
        using var _ = folder;
        await using var page = await BrowserPage.OpenAsync(folder.Written(run), script: false);
        await page.LookAsync("print", dark: false);

        Assert.Equal(
            "",
            await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('details > :not(summary)')].filter(one => !one.checkVisibility()).map(one => one.outerHTML).join()"
            )
        );
        Assert.True(await page.PrintAsync() > 10_000);
    }
}
