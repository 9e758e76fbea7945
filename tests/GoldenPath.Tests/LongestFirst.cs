using GoldenPath.Tests.Diagnosis;
using GoldenPath.Tests.Docker;
using GoldenPath.Tests.GitHub;
using GoldenPath.Tests.Pipeline;
using GoldenPath.Tests.Scenarios.Walking;
using GoldenPath.Tests.Wine;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("GoldenPath.Tests.LongestFirst", "GoldenPath.Tests")]

namespace GoldenPath.Tests;

/// <summary>Begins with the collections that take longest: they wait more than they compute, and none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long =
    [
        EngineSpecs.Name,
        WineSpecs.Name,
        nameof(KilledRunSpecs),
        nameof(FaultMatrixSpecs),
        nameof(ReferenceBackendSpecs),
        nameof(IssueFilingSpecs),
        nameof(GitHubTroubleSpecs),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Rank);

    // The collection of a class ends with the class's full name.
    private static int Rank(ITestCollection collection) =>
        Array.FindIndex(
            _long,
            name => collection.DisplayName == name || collection.DisplayName.EndsWith("." + name, StringComparison.Ordinal)
        ) switch
        {
            < 0 => _long.Length,
            var rank => rank,
        };
}
