namespace GoldenPath.Tests.Docker;

/// <summary>The specs that share one engine. They run one after the other: an engine under load answers late.</summary>
[CollectionDefinition(Name)]
public sealed class EngineSpecs : ICollectionFixture<EngineFixture>
{
    public const string Name = "engine";
}
