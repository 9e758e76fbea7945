using System.Text.Json;
using System.Text.Json.Nodes;

namespace GoldenPath.Adopting;

/// <summary>A package.json.</summary>
/// <param name="tree">The repository.</param>
/// <param name="file">The file.</param>
internal sealed class NodePackage(SourceTree tree, string file)
{
    private readonly JsonObject _json = Parse(tree.Read(file));

    /// <summary>Its folder.</summary>
    public string Folder { get; } = SourceTree.FolderOf(file);

    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Its name, without a scope.</summary>
    public string Name => Text("name")?.Split('/')[^1] is { Length: > 0 } name ? name : Path.GetFileName(Folder);

    /// <summary>What its program is, where no script says so.</summary>
    public string? Main => Text("main");

    /// <summary>What installs and runs: the one whose lock file lies there.</summary>
    public string Manager =>
        Has("pnpm-lock.yaml") ? "pnpm"
        : Has("yarn.lock") ? "yarn"
        : Has("bun.lock") || Has("bun.lockb") ? "bun"
        : "npm";

    /// <summary>The words that run a program of its packages.</summary>
    public string[] Execute =>
        Manager switch
        {
            "pnpm" => ["pnpm", "exec"],
            "yarn" => ["yarn"],
            "bun" => ["bunx"],
            _ => ["npx", "--no-install"],
        };

    /// <summary>Whether its packages are installed.</summary>
    public bool IsInstalled => !Packages("dependencies").Concat(Packages("devDependencies")).Any() || Has("node_modules");

    /// <summary>A script.</summary>
    public string? Script(string name) =>
        (_json["scripts"] as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether it uses a package.</summary>
    public bool Uses(string package) => Packages("dependencies").Concat(Packages("devDependencies")).Contains(package);

    /// <summary>Whether there is such a file in its folder, or above it, where workspaces keep theirs.</summary>
    private bool Has(string name) => tree.Has(Path.Combine(Folder, name)) || tree.Has(name);

    private IEnumerable<string> Packages(string kind) => (_json[kind] as JsonObject)?.Select(pair => pair.Key) ?? [];

    private string? Text(string key) => _json[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return []; // npm itself will say so.
        }
    }
}
