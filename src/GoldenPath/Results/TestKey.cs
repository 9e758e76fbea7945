namespace GoldenPath.Results;

/// <summary>What makes two results those of one test that was run again: all that a file tells of a test before it says how it ended.</summary>
/// <param name="Document">The number of the file: what stands in two files was run twice for a reason that neither tells, such as two configurations.</param>
/// <param name="Suite">The suites around it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The file and line where it is declared.</param>
internal readonly record struct TestKey(int Document, string Suite, string Id, string Name, string Place);
