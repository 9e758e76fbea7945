using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How Docker's and Compose's clients say what is wrong.</summary>
internal static partial class EngineWords
{
    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.EngineNotPermitted, NotPermitted()),
        new(SignKind.EngineUnreachable, Unreachable()),
        new(SignKind.ImageNotBuilt, NotBuilt()),
        new(SignKind.ImageMissing, Image()),
        new(SignKind.ComposeInvalid, Compose()),
    ];

    [GeneratedRegex(
        @"permission denied.{0,80}docker(\.sock| daemon| API)|docker(\.sock| daemon).{0,160}permission denied",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotPermitted();

    [GeneratedRegex(
        @"(cannot|can't|could not|couldn't|failed to) connect to (the )?(docker|podman)|docker daemon is not running|Is the docker daemon running|error during connect|docker\.sock.{0,80}(no such file|connection refused|cannot find)|docker engine (is )?(not running|stopped)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Unreachable();

    [GeneratedRegex(
        @"failed to solve|failed to build\b.{0,40}(image|Dockerfile)|failed to read dockerfile|returned a non-zero code: \d+|dockerfile parse error|did not complete successfully: exit code",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotBuilt();

    [GeneratedRegex(
        @"pull access denied for (?<subject>[^\s,]+)|manifest for (?<subject>\S+) not found|manifest unknown|No such image: (?<subject>\S+)|repository does not exist|unable to get image '(?<subject>[^']+)'|"
            + @"(ErrImagePull|ImagePullBackOff)|failed to resolve reference ""(?<subject>[^""]+)""|image (?<subject>\S+)? ?not found|invalid reference format|no matching manifest",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Image();

    [GeneratedRegex(
        @"(services|networks|volumes)\.[\w.-]+.{0,40}(Additional propert|additional properties|must be|is not allowed|contains an invalid)|validating .{0,80}compose|no configuration file provided: not found|refers to undefined (volume|network|config|secret|service)|depends on undefined service|"
            + @"service ""?(?<subject>[\w.-]+)""? has neither an image nor a build|Unsupported config option for|The Compose file '.*' is invalid|invalid compose|compose\.ya?ml.{0,80}(yaml: |mapping values|did not find|unexpected)|no such service: (?<subject>\S+)|invalid (volume|port|hostPort|containerPort)\b.{0,20}specification|Invalid containerPort",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Compose();
}
