using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Something that the service connects to is not there: nobody listens, no answer comes, or its name is not known.</summary>
internal sealed class UnreachableDependency : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.Refused, SignKind.UnknownHost, SignKind.NoAnswer];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        if (
            sign.Port is { } own
            && (own == service.Port || broken.Story?.Signs.Any(other => other.Kind == SignKind.AddressInUse && other.Port == own) == true)
        )
        {
            return null; // It speaks of where it wanted to listen itself.
        }

        var answers = broken.Answers(sign.Host, sign.Kind == SignKind.UnknownHost ? sign.Port ?? 0 : sign.Port);
        var isGone = answers.Count > 0 && answers.All(answer => !answer.Accepted);
        var address = Dependencies.Address(sign);
        return new(
            Causes.DependencyUnreachable,
            $"Service '{service.Name}' cannot reach {address}{(sign.Kind == SignKind.UnknownHost ? ", a host that is not known" : "")}.",
            $"Its log says that it could not connect to {address}.",
            isGone && service.Host == "process"
        )
        {
            State =
                answers.Count == 0
                    ? []
                    :
                    [
                        new(
                            $"Why could it not connect to {address}?",
                            $"{Now(isGone)}: {answers[0].Seen.Text}.",
                            [.. answers.Select(answer => answer.Seen)]
                        ),
                    ],
            Remedies = [.. Remedies(broken, service, sign, address)],
        };
    }

    private static string Now(bool isGone) =>
        isGone ? "When the run broke nobody answered there" : "When the run broke somebody answered there again, too late";

    private static IEnumerable<Remedy> Remedies(Case broken, ServiceFact service, Sign sign, string address)
    {
        if (broken.Other(sign.Host, sign.Port) is { } other)
        {
            yield return new($"Let '{service.Name}' start after '{other.Name}': needs: [{other.Name}] at {service.Declared}.");
        }
        else
        {
            yield return new(
                $"Start what '{service.Name}' expects at {address}, or declare it as a service of its own in {broken.File.Configuration} and name it in needs: of '{service.Name}'.",
                Dependencies.Start(sign)
            );
            if (sign.Kind == SignKind.NoAnswer && sign.Line.Text.Contains("timed out", StringComparison.OrdinalIgnoreCase))
            {
                yield return new(
                    $"Or, where it is there and only slow, let '{service.Name}' wait longer: its timeout for {address} (of a proxy such as nginx proxy_read_timeout)."
                );
            }

            if (sign.Kind == SignKind.UnknownHost && sign.Host is { } name)
            {
                yield return new(
                    $"Or correct the host: outside of its container network '{name}' means nothing, and localhost is where a published port answers.",
                    Dependencies.Name(name)
                );
            }
        }
    }
}
