using FsCheck;
using FsCheck.Fluent;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>A recorded case is one text, out of which every file comes back as it was.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class CaseTextSpecs
{
    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
                text =>
                {
                    var files = new Dictionary<string, string>
                    {
                        ["logs/a.log"] = text,
                        ["logs/b.log"] = $"|{text}\r\n{text}\n",
                        ["logs/c.log"] = "",
                    };

                    Assert.Equal(files, CaseText.Read(CaseText.Write(files)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_before_the_first_path_are_told() =>
        Assert.Contains(
            "|lost",
            Assert.Throws<FormatException>(() => CaseText.Read("|lost\nlogs/a.log\n|found\n")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_path_that_would_be_read_as_a_line_is_refused() =>
        Assert.Throws<ArgumentException>(() => CaseText.Write([new("|path", "")]));
}
