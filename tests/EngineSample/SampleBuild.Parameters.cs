using Nuke.Common;

namespace EngineSample;

internal sealed partial class SampleBuild
{
    [Parameter("Who is greeted")]
    private readonly string Guest = "nobody";

    [Parameter("How often")]
    private readonly int Times = 1;

    [Parameter]
    private readonly bool Loud;

    [Parameter]
    private readonly bool? Perhaps;

    [Parameter]
    private readonly Mood Mood = Mood.Calm;

    [Parameter]
    private readonly string[] Friends = [];

    [Parameter(Separator = ",")]
    private readonly int[] Numbers = [];

    [Parameter(Name = "NickName")]
    private readonly string OtherName = "none";

    [Parameter]
    private readonly string? Absent;

    [Parameter("A secret")]
    [Secret]
    private readonly string? GitHubToken;

    private Target Show =>
        _ =>
            _.Executes(() =>
            {
                Trace($"guest={Guest} times={Times} loud={Loud} perhaps={Perhaps?.ToString() ?? "null"} mood={Mood} nick={OtherName}");
                Trace($"friends={string.Join('|', Friends)} numbers={string.Join('|', Numbers)} token={GitHubToken ?? "null"}");
            });
}
