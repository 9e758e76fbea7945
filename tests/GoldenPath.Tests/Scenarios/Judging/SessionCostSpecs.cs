using System.Text;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>What reading and judging allocate: a count that no clock and no load changes.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class SessionCostSpecs
{
    private static readonly byte[] Thought = Encoding.UTF8.GetBytes(
        """{"type":"agent_thinking","agent_name":"assistant","run_id":"r1","reasoning":"The calculator is the right tool."}"""
    );

    [Fact]
    public void A_frame_costs_as_little_memory_after_ten_thousand_others_as_at_first()
    {
        var normalizer = new EventNormalizer(mark: new NonceMark("gp00c0ffee-"));
        var judge = new SessionJudge(new ExpectDefinition(), new Trigger(1, TimeSpan.Zero, "gp00c0ffee-1"));
        var frame = 1;
        Observe(100);

        var first = AllocatedAFrame(100);
        Observe(10_000);
        var last = AllocatedAFrame(100);

        Assert.True(first < 1_500 && last < 1_500, $"A frame allocated {first:0} bytes at first and {last:0} later.");

        double AllocatedAFrame(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Observe(count);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
        }

        void Observe(int count)
        {
            for (var i = 0; i < count; i++)
            {
                frame++;
                foreach (var one in normalizer.Read(Thought, new FrameStamp(frame, TimeSpan.FromMilliseconds(frame))))
                {
                    judge.Observe(one);
                }
            }
        }
    }
}
