using System.CommandLine;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tool;

/// <summary><c>completion SHELL</c>: the lines by which a shell asks this program what may come next.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # In ~/.bashrc: source <(goldenpath completion bash)
            _goldenpath() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(goldenpath "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _goldenpath goldenpath
            """,
        ["zsh"] = """
            # In ~/.zshrc, after compinit: source <(goldenpath completion zsh)
            _goldenpath() {
              local -a words_found
              words_found=("${(@f)$(goldenpath "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -a words_found || _files
            }
            compdef _goldenpath goldenpath
            """,
        ["fish"] = """
            # In ~/.config/fish/completions/goldenpath.fish: goldenpath completion fish | source
            complete -c goldenpath -a '(goldenpath "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # In $PROFILE: goldenpath completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName goldenpath -ScriptBlock {
              param($word, $line, $position)
              goldenpath "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" }
            }
            """,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Scripts.Keys.Order(StringComparer.Ordinal)) };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !Scripts.ContainsKey(word))
            {
                result.AddError($"There is no shell '{word}' here. {Suggestion.For(word, Scripts.Keys)}");
            }
        });
        var command = new Command("completion", "Print the lines that complete this command in a shell, and where they belong.") { shell };
        command.SetAction(parsed => Console.WriteLine(Scripts[parsed.GetRequiredValue(shell)]));
        return command;
    }
}
