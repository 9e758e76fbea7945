#nullable enable
using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>What succeeded in this build, for a later one with <c>--continue</c>.</summary>
internal sealed class AttemptRecord
{
    private readonly AbsolutePath _file = NukeBuild.TemporaryDirectory / "build-attempt.log";
    private readonly HashSet<string> _done;

    public AttemptRecord(bool continues)
    {
        // Arguments may hold secrets: only their hash is kept.
        var words = string.Join(' ', CommandLine.Current.Arguments.Where(x => !CommandLine.IsOption(x)));
        var invocation = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
        _done = continues && File.Exists(_file) ? Previous(invocation) : [];
        File.WriteAllLines(_file, [invocation, .. _done]);
    }

    public bool Contains(ExecutableTarget target) => _done.Contains(target.Name);

    public void Add(ExecutableTarget target) => File.AppendAllLines(_file, [target.Name]);

    private HashSet<string> Previous(string invocation)
    {
        var lines = File.ReadAllLines(_file);
        if (lines.FirstOrDefault() == invocation)
            return [.. lines.Skip(1)];
        Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }
}
