using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>Where a failure was, as a person finds it.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class SourcePathSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TableSpec]
    [InlineData("/home/runner/work/app/app/test/events.test.js", "test/events.test.js")]
    [InlineData("/Users/runner/work/app/app/test/a.js", "test/a.js")]
    [InlineData("/opt/actions-runner/_work/app/app/test/a.js", "test/a.js")]
    [InlineData("/__w/app/app/test/a.js", "test/a.js")]
    [InlineData("/github/workspace/test/a.js", "test/a.js")]
    [InlineData(@"D:\a\app\app\test\a.js", @"test\a.js")]
    [InlineData("/home/vsts/work/1/s/test/a.js", "test/a.js")]
    [InlineData(@"D:\a\1\s\test\a.js", @"test\a.js")]
    [InlineData("/builds/team/app/test/a.js", "test/a.js")]
    [InlineData("/home/ada/other/app/test/a.js", "/home/ada/other/app/test/a.js")]
    [InlineData("test/a.js", "test/a.js")]
    public Task The_checkout_of_a_hosted_runner_is_left_out(string file, string shown)
    {
        Assert.Equal(shown, new SourcePath(_folder.Path).Shown(file));
        return Task.CompletedTask;
    }

    [Spec]
    public async Task A_file_of_the_project_is_told_from_its_folder_wherever_it_was_built()
    {
        Directory.CreateDirectory(_folder.File("web/test"));
        await File.WriteAllTextAsync(_folder.File("web/test/a.js"), "");
        await File.WriteAllTextAsync(_folder.File("index.js"), "");
        var paths = new SourcePath(_folder.Path);

        Assert.Equal("web/test/a.js", paths.Shown($"{_folder.Path}/web/test/a.js"));
        Assert.Equal("web/test/a.js", paths.Shown("/app/web/test/a.js"));
        Assert.Equal("web/test/a.js", paths.Shown(@"C:\Users\ada\app\web\test\a.js"));
        Assert.Equal("/usr/lib/node/index.js", paths.Shown("/usr/lib/node/index.js"));
    }

    [TableSpec]
    [InlineData("at Object.<anonymous> (/home/ada/my app/test/a.test.js:17:21)", "/home/ada/my app/test/a.test.js", 17)]
    [InlineData("at TestContext.<anonymous> (file:///home/ada/a.mjs:3:168)\nat node:internal/x:1:2", "/home/ada/a.mjs", 3)]
    [InlineData("at file:///C:/app/a.mts:3:168", "C:/app/a.mts", 3)]
    [InlineData(@"at Object.<anonymous> (C:\Users\ada\app\a.ts:3:168)", @"C:\Users\ada\app\a.ts", 3)]
    [InlineData("  File \"/home/ada/tests/test_ws.py\", line 12, in test_events", "/home/ada/tests/test_ws.py", 12)]
    [InlineData(@"   at A.B() in C:\Users\ada\My App\E.cs:line 7", @"C:\Users\ada\My App\E.cs", 7)]
    [InlineData("thread 'x' panicked at 'boom', tests/ws.rs:48:38", "tests/ws.rs", 48)]
    [InlineData("Loc: [../chat/tst_chat.cpp(42)]", "../chat/tst_chat.cpp", 42)]
    [InlineData("EventsTest.kt:9", "EventsTest.kt", 9)]
    public Task Stacks_tell_the_file_and_the_line(string stack, string file, int line)
    {
        Assert.Equal((file, (int?)line), FailureLocation.Find(stack));
        return Task.CompletedTask;
    }
}
