using GoldenPath.Diagnosis;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>A recorded run is diagnosed alike however its folder is named, and only from what is in it.</summary>
public sealed class RunFolderSpecs
{
    private static readonly string Recorded = Repository.File("tests/GoldenPath.Tests/Diagnosis/Corpus/exits-with-a-message");

    [Fact]
    public void A_slash_at_the_end_changes_nothing()
    {
        var said = Diagnostician.Diagnose(Recorded + "/")!;

        Assert.Equal(Certainty.Confirmed, said.Certainty);
        Assert.All(said.Chain, why => Assert.NotEmpty(why.Evidence));
    }

    [Fact]
    public void A_step_whose_evidence_is_gone_is_no_longer_certain()
    {
        using var folder = new TemporaryFolder();
        folder.Write("evidence/case.json", File.ReadAllText(Path.Combine(Recorded, "evidence", "case.json")));

        var said = Diagnostician.Diagnose(folder.Path)!;

        Assert.Equal(Certainty.Likely, said.Certainty);
        Assert.All(said.Chain, why => Assert.Empty(why.Evidence));
    }

    [Fact]
    public void A_folder_without_evidence_has_nothing_to_say()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(Diagnostician.Diagnose(folder.Path));
    }
}
