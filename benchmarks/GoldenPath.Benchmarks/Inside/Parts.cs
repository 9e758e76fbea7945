using System.Diagnostics.CodeAnalysis;
using System.Text;
using BenchmarkDotNet.Attributes;
using GoldenPath.Configuration;
using GoldenPath.Diagnosis;
using GoldenPath.Guard.Redaction;
using GoldenPath.Results;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;
using GoldenPath.TestKit;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Benchmarks.Inside;

/// <summary>The parts that are walked once for every frame, line, test or failure.</summary>
[MemoryDiagnoser]
[SuppressMessage("Maintainability", "CA1515", Justification = "BenchmarkDotNet sees public classes only.")]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls CleanUp.")]
[SuppressMessage("Performance", "CA1822", Justification = "BenchmarkDotNet calls methods of an object only.")]
public class Parts
{
    /// <summary>The variable that holds the root of the checkout: BenchmarkDotNet makes the object.</summary>
    internal const string Root = "GOLDENPATH_BENCHMARK_ROOT";

    private const string Nonce = "gp00c0ffee-1-0123456789abcdef";

    private static readonly byte[][] Frames =
    [
        .. new[]
        {
            """{"type":"agent_started","agent_name":"assistant","run_id":"r1","thread_id":"t1","user_id":"u1"}""",
            """{"type":"agent_thinking","agent_name":"assistant","run_id":"r1","reasoning":"The calculator is the right tool."}""",
            """{"type":"tool_executing","tool_name":"calculator","execution_id":"e1","run_id":"r1"}""",
            """{"type":"tool_completed","tool_name":"calculator","execution_id":"e1","run_id":"r1","success":true}""",
            $$"""{"type":"agent_completed","agent_name":"assistant","run_id":"r1","final_response":"42, for {{Nonce}}"}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Redactor _redactor = new();
    private TemporaryFolder? _results;
    private TemporaryFolder? _run;

    /// <summary>Gets ready what is read.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (var secret = 0; secret < 100; secret++)
        {
            _redactor.Add(Guid.NewGuid().ToString("N"));
        }

        _results = new();
        var cases = string.Concat(Enumerable.Repeat("<testcase classname=\"app\" name=\"events arrive\" time=\"0.01\"/>\n", 1_000));
        File.WriteAllText(_results.File("results.xml"), $"<testsuite>{cases}</testsuite>");
        _run = CorpusCase.Read(Path.Combine(Environment.GetEnvironmentVariable(Root)!, Score.Injected), "exits-with-a-message").Unpack();
    }

    /// <summary>Leaves nothing.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _results?.Dispose();
        _run?.Dispose();
    }

    /// <summary>A session of five frames, read and judged.</summary>
    [Benchmark]
    public int ReadAndJudgeASession()
    {
        var normalizer = new EventNormalizer(mark: new NonceMark("gp00c0ffee-"));
        var judge = new SessionJudge(new ExpectDefinition(), new Trigger(1, TimeSpan.Zero, Nonce));
        for (var frame = 0; frame < Frames.Length; frame++)
        {
            foreach (var one in normalizer.Read(Frames[frame], new FrameStamp(frame + 2, TimeSpan.FromMilliseconds(frame))))
            {
                judge.Observe(one);
            }
        }

        return judge.Conclude(new SessionEnd(SessionEndReason.Watched, TimeSpan.FromSeconds(1))).Count;
    }

    /// <summary>A line of a log, with 100 secrets known.</summary>
    [Benchmark]
    public string RedactALine() =>
        _redactor.Redact("2026-11-22T12:00:00Z INFO one of the many lines that a service writes while nothing is wrong with it");

    /// <summary>The identity of an incident.</summary>
    [Benchmark]
    public string Fingerprint() =>
        Triage
            .Fingerprint.Of("golden-path", "process.exited", "backend exited with code 139 before it listened on port 8002 at 12:00:01.123")
            .Value;

    /// <summary>A results file of 1,000 tests.</summary>
    [Benchmark]
    public int ReadResults() => ResultsReader.Read([_results!.File("results.xml")]).Passed;

    /// <summary>A recorded run of which the service exited with a message.</summary>
    [Benchmark]
    public object? Diagnose() => Diagnostician.Diagnose(_run!.Path);
}
