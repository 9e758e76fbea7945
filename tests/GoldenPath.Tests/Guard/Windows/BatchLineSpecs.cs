using GoldenPath.Guard.Windows;

namespace GoldenPath.Tests.Guard.Windows;

[Trait(Speed.Name, Speed.Quick)]
public sealed class BatchLineSpecs
{
    private const int Lines = 20_000;
    private const string Shell = @"C:\Windows\System32\cmd.exe";
    private const string Percent = "%%cd:~,%";

    [Spec]
    public Task No_argument_leaves_its_quotes_or_names_a_variable()
    {
        for (var seed = 0; seed < Lines; seed++)
        {
            var command = Command(BatchLine.Of(Shell, @"C:\a b\run.cmd", HostileArguments.Of(seed))!);

            Assert.DoesNotContain(Bare(command), c => c is '&' or '|' or '<' or '>' or '^' or '(' or ')' or '%' or ',' or ';' or '=');
        }
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_program_behind_the_batch_file_gets_every_argument_as_it_was_given()
    {
        for (var seed = 0; seed < Lines; seed++)
        {
            var arguments = HostileArguments.Of(seed);
            var command = Command(BatchLine.Of(Shell, @"C:\a b\run.cmd", arguments)!).Replace(Percent, "%", StringComparison.Ordinal);

            Assert.Equal(arguments, CRuntime.Arguments(command));
        }
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("one\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\0two")]
    public Task What_would_cut_the_command_off_is_refused(string argument)
    {
        Assert.Null(BatchLine.Of(Shell, "run.cmd", ["first", argument]));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_line_runs_the_file_and_no_autorun_of_the_user()
    {
        Assert.Equal(
            $"\"{Shell}\" /e:ON /v:OFF /d /s /c \"\"C:\\tools\\npm.cmd\" run \"a b\"\"",
            BatchLine.Of(Shell, @"C:\tools\npm.cmd", ["run", "a b"])
        );
        return Task.CompletedTask;
    }

    /// <summary>What cmd.exe is left with when it has taken the outer quotes off.</summary>
    private static string Command(string line)
    {
        var start = line.IndexOf("/c \"", StringComparison.Ordinal) + "/c \"".Length;
        return line[start..^1];
    }

    /// <summary>What stands outside quotes, for cmd.exe each quote begins or ends some; a variable is one anywhere.</summary>
    private static IEnumerable<char> Bare(string command)
    {
        var text = command.Replace(Percent, "", StringComparison.Ordinal);
        var isQuoted = false;
        foreach (var c in text)
        {
            isQuoted ^= c == '"';
            if (!isQuoted || c == '%')
            {
                yield return c;
            }
        }
    }
}
