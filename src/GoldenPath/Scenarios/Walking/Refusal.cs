using System.Net;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Walking;

/// <summary>An HTTP answer that came instead of an upgrade.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, one a line.</param>
/// <param name="Body">The beginning of its body.</param>
internal sealed record Refusal(HttpStatusCode Status, string Headers, string Body)
{
    /// <summary>Whether it refuses the token.</summary>
    public bool IsForToken => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>The cause that the status stands for.</summary>
    public string Cause =>
        Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Causes.TokenRejected,
            HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.UpgradeRequired => Causes.WebSocketNotFound,
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Causes.WebSocketProxyWithoutUpgrade,
            _ => Causes.WebSocketRejected,
        };

    /// <summary>Status and body on one line.</summary>
    public string Line => $"{(int)Status} {Status}{(string.IsNullOrWhiteSpace(Body) ? "" : $": {Wording.Quote(Body)}")}";

    /// <summary>Everything that is kept of it.</summary>
    public string Whole => $"{(int)Status} {Status}\n{Headers}\n{Body}";
}
