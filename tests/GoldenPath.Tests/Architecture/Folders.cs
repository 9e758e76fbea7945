using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace GoldenPath.Tests.Architecture;

/// <summary>The folders of a project and what of each other they know, read from its compiled assembly: a namespace is a folder.</summary>
/// <remarks>Constants are copied by the compiler, so who reads one is not seen.</remarks>
internal sealed class Folders
{
    private readonly ILookup<string, Use> _uses;

    private Folders(string root, IEnumerable<Use> uses)
    {
        Root = root;
        _uses = uses.ToLookup(use => use.From);
    }

    /// <summary>The namespace of the project's own folder.</summary>
    public string Root { get; }

    /// <summary>Reads a project.</summary>
    public static Folders Of(Assembly assembly)
    {
        var root = assembly.GetName().Name!;
        var types = new ArchLoader().LoadAssembly(assembly).Build().Types.Where(type => IsOf(root, type)).ToHashSet();
        return new(root, types.SelectMany(type => Uses(types, type)));
    }

    /// <summary>Every use of another folder.</summary>
    public IEnumerable<Use> All() => _uses.SelectMany(uses => uses);

    /// <summary>The uses that close a circle: those whose target can reach them again.</summary>
    public IEnumerable<Use> InCircles() => All().Where(use => Reach(use.To).Contains(use.From));

    private HashSet<string> Reach(string folder)
    {
        HashSet<string> seen = [];
        var next = new Stack<string>([folder]);
        while (next.TryPop(out var one))
        {
            foreach (var to in _uses[one].Select(use => use.To).Where(seen.Add))
            {
                next.Push(to);
            }
        }

        return seen;
    }

    private static IEnumerable<Use> Uses(HashSet<IType> types, IType type) =>
        type
            .Dependencies.Select(dependency => dependency.Target)
            .Where(target => types.Contains(target) && target.Namespace.FullName != type.Namespace.FullName)
            .Select(target => new Use(type.Namespace.FullName, type.FullName, target.Namespace.FullName, target.FullName))
            .Distinct();

    // A type parameter lies in no namespace, and neither does what the compiler writes for itself.
    private static bool IsOf(string root, IType type) =>
        type.Namespace?.FullName is { } folder && (folder == root || folder.StartsWith(root + ".", StringComparison.Ordinal));
}
