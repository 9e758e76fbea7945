using System.Globalization;

namespace Octokit;

public class AbuseException(IResponse response) : ForbiddenException(response)
{
    public int? RetryAfterSeconds { get; } =
        response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : null;

    public override string Message => ApiErrorMessageSafe ?? "Request Forbidden - Abuse Detection";
}
