using GoldenPath.Results;
using GoldenPath.TestKit;

namespace GoldenPath.Benchmarks.Growing;

/// <summary>A results file of a test command, in MB.</summary>
/// <param name="size">The MB.</param>
internal sealed class ResultMegabytes(int size) : ILoad
{
    private const string Case = "<testcase classname=\"app.tests\" name=\"events arrive in order\" time=\"0.01\"/>\n";

    private readonly TemporaryFolder _folder = new();
    private int _cases;

    private string File => _folder.File("results.xml");

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _cases = size * 1_000_000 / Case.Length;
        await using var writer = new StreamWriter(File);
        await writer.WriteAsync("<testsuite>");
        for (var test = 0; test < _cases; test++)
        {
            await writer.WriteAsync(Case);
        }

        await writer.WriteAsync("</testsuite>");
    }

    public Task<TimeSpan?> RunAsync(CancellationToken cancellationToken) =>
        ResultsReader.Read([File]).Passed == _cases
            ? Task.FromResult<TimeSpan?>(null)
            : throw new InvalidOperationException("Tests were lost.");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
