using System.Formats.Tar;
using System.Runtime.Versioning;
using GoldenPath.Docker.Containers;

namespace GoldenPath.Tests.Docker.Containers;

/// <summary>What of a build context is sent.</summary>
[UnsupportedOSPlatform("windows")]
[Trait(Speed.Name, Speed.Quick)]
public sealed class DockerIgnoreSpecs
{
    [TableSpec]
    [InlineData("bin", "bin/a.dll", true)]
    [InlineData("bin", "src/bin/a.dll", false)]
    [InlineData("/bin/", "bin/a.dll", true)]
    [InlineData("**/bin", "src/bin/a.dll", true)]
    [InlineData("**/bin", "bin/a.dll", true)]
    [InlineData("**/*.md", "docs/deep/a.md", true)]
    [InlineData("*.md", "docs/a.md", false)]
    [InlineData("*/*.md", "docs/a.md", true)]
    [InlineData("src/**", "src/deep/a", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[ab].txt", "b.txt", true)]
    [InlineData("[^ab].txt", "b.txt", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("#a", "#a", false)]
    [InlineData("./a", "a", true)]
    [InlineData("*;!keep", "keep", false)]
    [InlineData("*;!keep", "drop", true)]
    [InlineData("*;!keep;keep/secret", "keep/secret", true)]
    [InlineData("!keep;*", "keep", true)]
    public async Task The_last_rule_that_matches_decides(string rules, string path, bool excluded)
    {
        Assert.Equal(excluded, await Task.FromResult(DockerIgnore.Parse(rules.Split(';')).Excludes(path)));
    }

    [Spec]
    public async Task A_context_is_sent_as_a_tar_without_what_is_ignored()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".dockerignore", "*", "!src", "**/bin", "!src/keep/bin/one");
        folder.Write("docker/Dockerfile", "FROM scratch");
        folder.Write("secret.txt", "s");
        folder.Write("src/a.cs", "class A;");
        folder.Write("src/bin/a.dll", "x");
        folder.Write("src/keep/bin/one", "1");
        folder.Write("src/keep/bin/two", "2");
        File.CreateSymbolicLink(folder.File("src/link"), "a.cs");
        File.SetUnixFileMode(folder.File("src/a.cs"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var entries = new Dictionary<string, TarEntry>();
        await using var context = new BuildContext(folder.Path, "docker/Dockerfile").OpenRead(CancellationToken.None);
        await using var tar = new TarReader(context);
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            entries[entry.Name.TrimEnd('/')] = entry;
        }

        Assert.Equal(
            [".dockerignore", "docker/Dockerfile", "src", "src/a.cs", "src/keep", "src/keep/bin/one", "src/link"],
            entries.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal((TarEntryType.SymbolicLink, "a.cs"), (entries["src/link"].EntryType, entries["src/link"].LinkName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserExecute, entries["src/a.cs"].Mode);
    }

    [Spec]
    public async Task A_context_that_cannot_be_read_fails_in_the_reading()
    {
        await using var context = new BuildContext("/nonexistent", "Dockerfile").OpenRead(CancellationToken.None);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(async () => await context.ReadExactlyAsync(new byte[1]));
    }
}
