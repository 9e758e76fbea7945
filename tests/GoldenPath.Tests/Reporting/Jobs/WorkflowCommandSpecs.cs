using GoldenPath.Reporting.Jobs;

namespace GoldenPath.Tests.Reporting.Jobs;

[Trait(Speed.Name, Speed.Quick)]
public sealed class WorkflowCommandSpecs
{
    [Spec]
    public Task A_note_escapes_what_would_end_it_or_begin_another()
    {
        var note = new Annotation(new("src/a,b:c.cs", 7), "100% of 1,000: no", "first\r\nsecond ::error::third, 5 % 25");
        Assert.Equal(
            "::error file=src/a%2Cb%3Ac.cs,line=7,title=100%25 of 1%2C000%3A no::first%0D%0Asecond ::error::third, 5 %25 25",
            WorkflowCommand.Error(note)
        );
        Assert.Equal("::error title=t::m", WorkflowCommand.Error(new(null, "t", "m")));
        Assert.Equal("::error file=a.yml,title=t::m", WorkflowCommand.Error(new(new("a.yml", null), "t", "m")));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_secret_is_masked_line_by_line()
    {
        Assert.Equal(["::add-mask::one%25", "::add-mask::two"], WorkflowCommand.Masks("one%\r\n\n \ntwo\n"));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("::set-output name=verdict::passed")]
    [InlineData("  \t::add-mask::e")]
    [InlineData("12:00 service says ##[error]no")]
    [InlineData("harmless\n::stop-commands::x")]
    [InlineData("harmless\r::stop-commands::x")]
    [InlineData("\u001b[31m::error::x")]
    public Task No_line_of_a_log_is_a_command(string hostile)
    {
        var shown = WorkflowCommand.Harmless(hostile);
        Assert.DoesNotContain("##[", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n', '\r'), line => Assert.False(line.Trim().StartsWith("::", StringComparison.Ordinal), line));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Other_lines_stay_as_they_are()
    {
        Assert.Equal("std::vector at ::1 and [x]", WorkflowCommand.Harmless("std::vector at ::1 and [x]"));
        return Task.CompletedTask;
    }
}
