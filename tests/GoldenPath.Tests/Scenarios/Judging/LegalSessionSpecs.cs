using FsCheck;
using FsCheck.Fluent;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Scenarios.Judging;

[Trait(Speed.Name, Speed.Quick)]
public sealed class LegalSessionSpecs
{
    private static readonly ExpectDefinition Agent = new() { ToolsRequired = true };

    [Fact]
    public void Any_legal_interleaving_passes() =>
        Prop.ForAll(Sessions.Legal().ToArbitrary(), steps => Passes(Agent, steps)).Check(Thorough);

    [Fact]
    public void Any_legal_session_of_the_strict_profile_passes() =>
        Prop.ForAll(Sessions.Strict().ToArbitrary(), steps => Passes(Agent with { Strict = true }, steps)).Check(Thorough);

    [Fact]
    public void Any_legal_sessions_side_by_side_pass() =>
        Prop.ForAll(
                Sessions.Legal().Three().ToArbitrary(),
                users => Passes(Agent, users.Item1, Sessions.OfUser(users.Item2, 2), Sessions.OfUser(users.Item3, 3))
            )
            .Check(Thorough);

    private static Config Thorough => Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static Property Passes(ExpectDefinition expect, params Step[][] users)
    {
        var violations = Sessions.Judged(expect, users);
        return (violations.Count == 0).Label(string.Join('\n', violations.Select(violation => violation.Text)));
    }
}
