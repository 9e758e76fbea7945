namespace GoldenPath.Tests.Pipeline;

/// <summary>Wherever the disk fills up, the run says so in a line, and leaves nothing running.</summary>
public sealed class FullDiskSpecs
{
    [SmallDiskTableSpec]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    public async Task A_full_disk_is_an_environment_that_broke(int kibibytes)
    {
        using var folder = new PipelineFolder(
            $$"""
            name: full
            services:
              backend: { process: { command: [dotnet, "{{Programs.Misbehaving}}", listen, "127.0.0.1:{port}", +, hang] }, port: 0, ready: { http: /, timeout: 30s } }
            smoke:
              - { command: [cp, green.xml, "{results}/green.xml"], results: "{results}/*.xml" }
            """
        );
        folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        await using var disk = await SmallDisk.MountAsync(Path.Combine(folder.Path, "artifacts"), kibibytes);

        var ended = (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(2);

        ended.Says("No space left on device").SaysNothingOf("   at ");
        await RunTraces.EndAsync(folder, ended.Text);
        Assert.Empty(RunTraces.Leases(folder));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "artifacts"), "*.new", SearchOption.AllDirectories));
    }
}
