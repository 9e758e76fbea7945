using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service may not use a file or folder, or do what it wanted to.</summary>
internal sealed class ForbiddenFile : IExplanation
{
    private const int NotExecuted = 126;

    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.NotPermitted];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var file = NamedPaths.Of(sign);
        var fact = broken.File.Paths.FirstOrDefault(path => path.Service == service.Name && path.Path == file);
        var isNotExecutable =
            service.Code == NotExecuted
            || fact is { Exists: true, IsExecutable: false } && sign.Line.Text.Contains("sh: ", StringComparison.Ordinal);
        return new(
            Causes.NotPermitted,
            $"Service '{service.Name}' is not permitted to do what it needs: {sign.Seen.Text}",
            $"Its log says that {(file is null ? "something" : $"'{file}'")} is not permitted.",
            isNotExecutable
        )
        {
            State = fact is null ? [] : [new($"What is '{file}'?", $"{Case.Told(fact.Seen)}.", [fact.Seen])],
            Remedies = [.. Remedies(service, sign.Line.Text, file, isNotExecutable)],
        };
    }

    private static IEnumerable<Remedy> Remedies(ServiceFact service, string text, string? file, bool isNotExecutable)
    {
        if (text.Contains("root", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(
                $"Start '{service.Name}' as another user than now: its message says which it wants.",
                text.Contains("not", StringComparison.OrdinalIgnoreCase) && !text.Contains("not root", StringComparison.OrdinalIgnoreCase)
                    ? "sudo -u nobody COMMAND"
                    : "sudo COMMAND"
            );
        }
        else if (text.Contains("Read-only", StringComparison.OrdinalIgnoreCase) || text.Contains("EROFS", StringComparison.Ordinal))
        {
            yield return new(
                $"Let '{service.Name}' write elsewhere, or mount {file ?? "the file system"} for writing.",
                Pasted.WithPath(file, quoted => $"findmnt --target {quoted}") ?? "mount | grep ' ro[,)]'"
            );
        }
        else if (file is null)
        {
            yield return new(
                $"Give the user that runs '{service.Name}' the right that its message names, or let it use a folder of its own."
            );
        }
        else if (OperatingSystem.IsWindows())
        {
            yield return new(
                $"Give the user that runs '{service.Name}' the right to {file}.",
                Pasted.IsOfSystem(file) ? null : Pasted.WithPath(file, quoted => $"icacls {quoted} /grant \"${{env:USERNAME}}:(OI)(CI)M\"")
            );
        }
        else if (isNotExecutable)
        {
            yield return new(
                $"Make {file} executable, and keep it so in the repository (git update-index --chmod=+x).",
                Pasted.WithPath(file, quoted => $"chmod +x -- {quoted}")
            );
        }
        else if (
            text.Contains("too open", StringComparison.OrdinalIgnoreCase)
            || text.Contains("group or", StringComparison.OrdinalIgnoreCase)
            || text.Contains("invalid permissions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("is wrong", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new($"Let nobody but its owner read {file}.", Pasted.WithPath(file, quoted => $"chmod go-rwx -- {quoted}"));
        }
        else
        {
            yield return Pasted.IsOfSystem(file)
                ? new(
                    $"Let '{service.Name}' use a file or folder of its own instead of {file}, or run it as the user that it belongs to.",
                    Pasted.WithPath(file, quoted => $"ls -ld -- {quoted}; id")
                )
                : new(
                    $"Give {file} to the user that runs '{service.Name}'.",
                    Pasted.WithPath(file, quoted => $"sudo chown \"$(id -un)\" -- {quoted}")
                );
        }
    }
}
