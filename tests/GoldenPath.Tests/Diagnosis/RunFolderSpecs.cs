using GoldenPath.Diagnosis;
using GoldenPath.TestKit.Scoring;

namespace GoldenPath.Tests.Diagnosis;

/// <summary>A recorded run is diagnosed alike however its folder is named, and only from what is in it.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class RunFolderSpecs
{
    private static readonly CorpusCase Recorded = CorpusCase.Read(Repository.File(Score.Injected), "port-held-says-nginx");

    [Fact]
    public void A_slash_at_the_end_changes_nothing()
    {
        using var folder = Recorded.Unpack();

        var said = Diagnostician.Diagnose(folder.Path + "/")!;

        Assert.Equal(Certainty.Confirmed, said.Certainty);
        Assert.All(said.Chain, why => Assert.NotEmpty(why.Evidence));
    }

    [Fact]
    public void A_step_whose_evidence_is_gone_is_no_longer_certain()
    {
        using var folder = new TemporaryFolder();
        folder.Write("evidence/case.json", Recorded.Files["evidence/case.json"]);

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
