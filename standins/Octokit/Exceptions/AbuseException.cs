using System.Globalization;

namespace Octokit;

public class AbuseException(IResponse response) : ForbiddenException(response)
{
    public int? RetryAfterSeconds { get; } =
        int.TryParse(
            response.Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    public override string Message => ApiErrorMessageSafe ?? "Request Forbidden - Abuse Detection";
}
