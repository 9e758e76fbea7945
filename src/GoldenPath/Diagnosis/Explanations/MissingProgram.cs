using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A program that the service's command calls is missing, or is none.</summary>
internal sealed class MissingProgram : IExplanation
{
    private const int NotFound = 127;
    private const int NotExecuted = 126;

    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.ProgramMissing];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var name = sign.Subject is { } subject ? LineEnds(subject) : null;
        return new(
            Causes.ExecutableMissing,
            $"Service '{service.Name}' calls {(name is null ? "a program" : $"'{name}'")}, which cannot be run: {sign.Seen.Text}",
            $"Its log says that {(name is null ? "a program" : $"'{name}'")} cannot be run.",
            service.Code is NotFound or NotExecuted
        )
        {
            Remedies = [.. Remedies(broken, service, sign, name)],
        };
    }

    private static IEnumerable<Remedy> Remedies(Case broken, ServiceFact service, Sign sign, string? name)
    {
        var script = broken.File.Paths.FirstOrDefault(path => path.Service == service.Name && path.HasCarriageReturns)?.Path;
        if (IsWindowsText(sign.Line.Text) || script is not null)
        {
            yield return new(
                "The script's lines end as Windows ends them: convert it, and keep it so (.gitattributes: *.sh text eol=lf).",
                Pasted.WithPath(script ?? NamedPaths.Of(sign), quoted => $"sed -i 's/\\r$//' -- {quoted}") ?? "sed -i 's/\\r$//' *.sh"
            );
        }
        else if (
            sign.Line.Text.Contains("Exec format error", StringComparison.Ordinal)
            || sign.Line.Text.Contains("cannot execute", StringComparison.Ordinal)
        )
        {
            yield return new(
                $"{name ?? "The program"} was built for another system or processor, or its first line names no interpreter: build it for this one.",
                Pasted.WithPath(name, quoted => $"file -- {quoted}; uname -m")
            );
        }
        else if (name is not null && (name.StartsWith('.') || name.StartsWith('/')))
        {
            yield return new(
                $"'{name}' is not there: build or fetch it, or correct the command of '{service.Name}' at {service.Declared}."
            );
        }
        else if (name is not null)
        {
            yield return new($"Install '{name}', or put its folder on the PATH of '{service.Name}'.", Install(name));
            yield return new($"Or correct the command of '{service.Name}' at {service.Declared}.");
        }
        else
        {
            yield return new($"Correct the command of '{service.Name}' at {service.Declared}.");
        }
    }

    private static string? Install(string name) =>
        (OperatingSystem.IsWindows(), OperatingSystem.IsMacOS(), name) switch
        {
            (true, _, _) => Pasted.WithName(name, plain => $"winget install {plain}"),
            (_, true, _) => Pasted.WithName(name, plain => $"brew install {plain}"),
            (_, _, "gunicorn" or "uvicorn" or "flask" or "celery" or "alembic" or "hypercorn" or "daphne" or "pytest" or "django-admin") =>
                $"pip install {name}",
            (_, _, "npm" or "npx") => "sudo apt-get install -y npm",
            (
                _,
                _,
                "nodemon"
                    or "tsx"
                    or "ts-node"
                    or "next"
                    or "vite"
                    or "nest"
                    or "tsc"
                    or "concurrently"
                    or "cross-env"
                    or "pm2"
                    or "serve"
            ) => $"npm install {name}",
            (_, _, "yarn" or "pnpm") => $"corepack enable {name}",
            (_, _, "bundle" or "rails" or "puma" or "rake" or "rackup" or "foreman") =>
                $"gem install {(name == "bundle" ? "bundler" : name)}",
            (_, _, "java" or "javac") => "sudo apt-get install -y default-jdk",
            (_, _, "python") => "sudo apt-get install -y python-is-python3",
            (_, _, "go") => "sudo apt-get install -y golang-go",
            (_, _, "psql") => "sudo apt-get install -y postgresql-client",
            _ => Pasted.WithName(name, plain => $"sudo apt-get install -y {plain}"),
        };

    private static bool IsWindowsText(string text) =>
        text.Contains("\\r", StringComparison.Ordinal)
        || text.Contains("^M", StringComparison.Ordinal)
        || text.Contains("$'\\r'", StringComparison.Ordinal);

    private static string LineEnds(string name) =>
        name.Replace("\\r", "", StringComparison.Ordinal).Replace("^M", "", StringComparison.Ordinal).Trim('\'', '$');
}
