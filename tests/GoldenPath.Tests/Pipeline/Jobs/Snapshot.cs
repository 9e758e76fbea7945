namespace GoldenPath.Tests.Pipeline.Jobs;

/// <summary>A text that is kept beside the specs. With <c>GOLDENPATH_WRITE_SNAPSHOTS=1</c> it is written anew, to be read in the difference.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        var file = Repository.File($"tests/GoldenPath.Tests/Pipeline/Jobs/{name}.txt");
        if (Environment.GetEnvironmentVariable("GOLDENPATH_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
