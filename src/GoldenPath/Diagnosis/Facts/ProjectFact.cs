namespace GoldenPath.Diagnosis.Facts;

/// <summary>What a service's folder says of how it is made: the files of its package managers.</summary>
/// <param name="Service">The service.</param>
/// <param name="Directory">Its folder.</param>
/// <param name="Files">The names of those files, in it or in a folder above it within the checkout.</param>
internal sealed record ProjectFact(string Service, string Directory, IReadOnlyList<string> Files);
