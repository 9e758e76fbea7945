namespace GoldenPath.Pipeline.Checks;

/// <summary>The file that a command gives to an interpreter: <c>python3 server.py</c> dies at once where there is no server.py.</summary>
internal static class NamedFile
{
    // Each with the options that take the next word for their value; those in the second list mean that no file follows.
    private static readonly Dictionary<string, (string[] WithValue, string[] Instead)> Interpreters = new(StringComparer.Ordinal)
    {
        ["python"] = (["-X", "-W", "--check-hash-based-pycs"], ["-c", "-m", "-V", "--version"]),
        ["node"] = (
            ["-r", "--require", "--import", "--loader", "-C", "--env-file"],
            ["-e", "-p", "--eval", "--print", "--run", "--test", "-v", "--version"]
        ),
        ["ruby"] = (["-I", "-r", "-C", "-E"], ["-e", "-S", "-v", "--version"]),
        ["perl"] = (["-I"], ["-e", "-E", "-v"]),
        ["php"] = (["-c", "-d", "-t"], ["-r", "-S", "-m", "-v", "-i"]),
        ["bash"] = (["-o", "-O", "--rcfile", "--init-file"], ["-c", "-s", "--version"]),
        ["sh"] = (["-o"], ["-c", "-s"]),
        ["zsh"] = (["-o"], ["-c", "-s"]),
    };

    // What node may leave out of a file's name.
    private static readonly string[] Endings = ["", ".js", ".mjs", ".cjs", ".json", "/index.js", "/package.json"];

    /// <summary>The finding of a command whose file is not there; <c>null</c> where it is, or where nobody can tell.</summary>
    public static Finding? Missing(DeclaredCommand command) =>
        Named(command.Command) is { } file
        && !DeclaredCommand.IsOpen(file)
        && !Endings.Any(ending => Path.Exists(Path.GetFullPath(file + ending, command.Directory)))
            ? Finding.Problem(
                "file",
                $"{command.Owner}: '{command.Command[0]}' is to run '{file}', which does not exist in {command.Directory}.",
                new Remedy("Correct the command or its directory in the configuration, or build what it names first.")
            )
            : null;

    private static string? Named(IReadOnlyList<string> command)
    {
        var words = command.Skip(1).ToList();
        return Kind(command[0]) switch
        {
            "java" => words.IndexOf("-jar") is >= 0 and var jar && jar + 1 < words.Count ? words[jar + 1] : null,
            "dotnet" => words is [var assembly, ..] && assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? assembly : null,
            var kind when Interpreters.TryGetValue(kind, out var options) => First(words, options.WithValue, options.Instead),
            _ => null,
        };
    }

    private static string? First(List<string> words, string[] withValue, string[] instead)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (!words[index].StartsWith('-'))
            {
                return words[index];
            }

            if (instead.Contains(words[index]) || words[index] is "-" or "--")
            {
                return null;
            }

            index += withValue.Contains(words[index]) ? 1 : 0;
        }

        return null;
    }

    // python3.11 is a python.
    private static string Kind(string program) => Path.GetFileName(program).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
}
