using System.Diagnostics;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A checkout made by git itself, with a remote beside it.</summary>
internal sealed class GitFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GitFolder(bool hasCommit = true)
    {
        Directory.CreateDirectory(Path);
        Git("init", "--quiet", "--initial-branch", "main");
        Write(".gitignore", "artifacts/\n");
        if (hasCommit)
        {
            Commit();
        }
    }

    public string Path => _folder.File("checkout");

    public string Head => Git("rev-parse", "HEAD").Trim();

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "--allow-empty", "--message", "Change");
    }

    /// <summary>Brings what is committed to the remote.</summary>
    public void Push()
    {
        if (!Directory.Exists(_folder.File("remote")))
        {
            Git("init", "--quiet", "--bare", _folder.File("remote"));
            Git("remote", "add", "origin", _folder.File("remote"));
        }

        Git("push", "--quiet", "origin", "HEAD");
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Path, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }

    public void Dispose() => _folder.Dispose();
}
