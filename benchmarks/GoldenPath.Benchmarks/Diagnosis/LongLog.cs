using System.Text;
using GoldenPath.TestKit;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary>A recorded run whose service exited with a message, at the end of a log of any size.</summary>
internal static class LongLog
{
    private const string Line = "2026-11-22T12:00:00Z INFO one of the many lines that a service writes while nothing is wrong with it\n";

    /// <summary>Unpacks it.</summary>
    /// <param name="root">The root of the checkout.</param>
    /// <param name="megabytes">How long the log is to be.</param>
    public static TemporaryFolder In(string root, int megabytes)
    {
        var run = CorpusCase.Read(Path.Combine(root, Score.Injected), "exits-with-a-message").Unpack();
        Grow(run.File("logs/backend.log"), megabytes);
        return run;
    }

    private static void Grow(string log, int megabytes)
    {
        var end = File.ReadAllBytes(log);
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line, 10_000)));
        using var file = File.Create(log);
        while (file.Length < megabytes * 1_000_000L)
        {
            file.Write(block);
        }

        file.Write(end);
    }
}
