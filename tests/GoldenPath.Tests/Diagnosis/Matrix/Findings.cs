using GoldenPath.Runs;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Everything that is wrong with what a run said about a fault.</summary>
internal static class Findings
{
    public static IEnumerable<string> Of(FaultOutcome one)
    {
        if (one.Skipped is not null)
        {
            return [];
        }

        return one.Problem is not null ? [$"it was not injected: {one.Problem}"]
            : one.Result is not { Diagnosis: not null } ? [$"there is no diagnosis:\n{one.Console}"]
            :
            [
                .. Claim(one),
                .. Verdict(one, one.Result),
                .. Citations.Broken(one.Folder, one.Diagnosis!),
                .. Remedies(one),
                .. Leaks(one),
            ];
    }

    private static IEnumerable<string> Claim(FaultOutcome one)
    {
        if (one.IsConfirmedAndWrong)
        {
            yield return $"it says {one.Diagnosis!.Cause}, confirmed, and it was {one.Fault.Cause}";
        }
        else if (one.Fault.Hard is null && !one.IsRight)
        {
            yield return $"it says {one.Diagnosis!.Cause} ({one.Diagnosis.Certainty}), and it was {one.Fault.Cause}";
        }
    }

    private static IEnumerable<string> Verdict(FaultOutcome one, RunResult result)
    {
        if (result.ExitCode != one.Fault.ExitCode && !one.Fault.OtherExitCodes.Contains(result.ExitCode))
        {
            yield return $"the exit code is {result.ExitCode} instead of {one.Fault.ExitCode}";
        }

        if (result.ExitCode != result.Verdict.ExitCode())
        {
            yield return $"the exit code {result.ExitCode} is not that of the verdict {result.Verdict}";
        }

        if (result.Teardown is not { Verified: true })
        {
            yield return $"something was left: {string.Join("; ", result.Teardown?.Leftovers ?? ["there was no teardown"])}";
        }
    }

    private static IEnumerable<string> Remedies(FaultOutcome one)
    {
        var remedies = one.Diagnosis!.Remedies;
        if (remedies.Count == 0)
        {
            yield return "it names no remedy";
        }

        var told = string.Join('\n', [one.Diagnosis.Summary, .. remedies.Select(remedy => $"{remedy.Text} {remedy.Command}")]);
        foreach (
            var mention in one.Mentions.Where(mention =>
                one.Diagnosis.Cause == one.Fault.Cause && !told.Contains(mention, StringComparison.Ordinal)
            )
        )
        {
            yield return $"neither summary nor remedies name '{mention}'";
        }
    }

    private static IEnumerable<string> Leaks(FaultOutcome one)
    {
        var files = Directory
            .GetFiles(one.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(one.Folder, file), Text: Text.Shared(file)));
        return from place in files.Append((Name: "the console", Text: one.Console))
            from secret in one.Secrets
            where place.Text.Contains(secret, StringComparison.Ordinal)
            select $"a planted secret ({secret[..2]}…) is in {place.Name}: {Around(place.Text, secret)}";
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        return text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 10)].ReplaceLineEndings(" ");
    }
}
