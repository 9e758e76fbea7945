using System.Text;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Wine;

/// <summary>The programs of this solution as Windows starts them: the very assemblies that were built here, and beside each the host of
/// Windows that starts it (<c>apphost.exe</c> from the feed, with the name of the assembly put where the SDK puts it).</summary>
internal static class WindowsPrograms
{
    private const string Placeholder = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2";

    private static readonly string Place = Repository.File(".nuke/temp/wine");
    private static readonly string Host = Path.Combine(Place, "apphost.exe");

    public static string? ReasonToSkip { get; } = File.Exists(Host) ? null : "There is no Wine here; '.ci/wine install' installs it.";

    public static string Prefix { get; } = Path.Combine(Place, "prefix");

    public static string Dotnet { get; } = Path.Combine(Place, "dotnet");

    public static string Owner => Executable(Path.Combine(AppContext.BaseDirectory, "GuardOwner.dll"));

    public static string Misbehaving => Executable(Programs.Misbehaving);

    public static string Backend => Executable(Programs.AgentBackend);

    public static string Tool => Executable(Programs.Tool);

    /// <summary>A path of this machine as Windows has it.</summary>
    public static string Windows(string path) => "Z:" + path.Replace('/', '\\');

    private static string Executable(string assembly)
    {
        Write(Path.Combine(Path.GetDirectoryName(assembly)!, "GoldenPath.Guard.dll"));
        return Write(assembly);
    }

    private static string Write(string assembly)
    {
        var bytes = File.ReadAllBytes(Host);
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Placeholder));
        var name = new byte[Placeholder.Length];
        Encoding.ASCII.GetBytes(Path.GetFileName(assembly), name);
        name.CopyTo(bytes, at);
        var executable = Path.ChangeExtension(assembly, "exe");
        if (!File.Exists(executable) || !File.ReadAllBytes(executable).AsSpan().SequenceEqual(bytes))
        {
            File.WriteAllBytes(executable, bytes);
        }
        return executable;
    }
}
