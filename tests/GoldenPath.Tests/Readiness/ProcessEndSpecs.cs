using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ProcessEndSpecs
{
    [Theory]
    [InlineData(3, null, Causes.ProcessExited, "exited with code 3")]
    [InlineData(0, null, Causes.ProcessExited, "exited with code 0")]
    [InlineData(255, null, Causes.ProcessExited, "exited with code 255")]
    [InlineData(null, 11, Causes.ProcessExited, "crashed with code 139 (SIGSEGV)")]
    [InlineData(139, null, Causes.ProcessExited, "crashed with code 139 (SIGSEGV)")]
    [InlineData(null, 6, Causes.ProcessExited, "crashed with code 134 (SIGABRT)")]
    [InlineData(null, 9, Causes.ProcessKilled, "was ended with code 137 (SIGKILL)")]
    [InlineData(143, null, Causes.ProcessKilled, "was ended with code 143 (SIGTERM)")]
    [InlineData(null, 2, Causes.ProcessKilled, "was ended with code 130 (SIGINT)")]
    [InlineData(null, 40, Causes.ProcessKilled, "was ended with code 168 (signal 40)")]
    [InlineData(null, null, Causes.ProcessExited, "ended, and nobody could see how")]
    public void An_end_by_a_signal_is_told_from_an_exit_and_a_crash(int? code, int? signal, string cause, string words)
    {
        Assert.Equal(cause, ProcessEnd.Cause(new(code, signal)));
        Assert.Equal(words, ProcessEnd.Describe(new(code, signal)));
    }
}
