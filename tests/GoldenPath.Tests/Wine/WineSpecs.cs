namespace GoldenPath.Tests.Wine;

/// <summary>The specs that share one Windows. They run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WineSpecs : ICollectionFixture<WineFixture>
{
    public const string Name = "wine";
}
