using System.Text.RegularExpressions;

namespace GoldenPath.TestKit.Scoring;

/// <summary>Tells remedies apart by what their commands and words do.</summary>
public static partial class RemedyKinds
{
    /// <summary>What a remedy is good for.</summary>
    public static RemedyKind Of(Remedy remedy) =>
        remedy.Command is { } command
            ? Looks().IsMatch(command)
                ? RemedyKind.Look
                : RemedyKind.Paste
            : Searches().IsMatch(remedy.Text)
                ? RemedyKind.Look
                : RemedyKind.Advice;

    [GeneratedRegex(
        @"^(sudo )?(tail|head|less|more|cat|ls|ss|lsof|netstat|df|du|free|dmesg|getent|nslookup|dig|ps|grep|curl|journalctl|type|dir|where|which|"
            + @"Get-\w+|Select-\w+|Test-\w+|docker (logs|ps|inspect|events|stats|port|info|version|system df)|openssl s_client)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Looks();

    [GeneratedRegex(@"^(Read|Look|See|Find out)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Searches();
}
