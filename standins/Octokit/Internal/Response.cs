#nullable enable
using System.Net;
using System.Text.RegularExpressions;

namespace Octokit.Internal;

/// <summary>An answer with its headers and its whole body as text.</summary>
internal sealed partial class Response : IResponse
{
    private Response(HttpStatusCode status, string body, string? contentType, Dictionary<string, string> headers)
    {
        StatusCode = status;
        Body = body;
        ContentType = contentType;
        Headers = headers;
        ApiInfo = new(LinksOf(headers), new(headers));
    }

    public object Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public ApiInfo ApiInfo { get; }

    public HttpStatusCode StatusCode { get; }

    public string? ContentType { get; }

    public static async Task<IResponse> Read(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in answer.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return new Response(answer.StatusCode, body, answer.Content.Headers.ContentType?.MediaType, headers);
    }

    private static Dictionary<string, Uri> LinksOf(Dictionary<string, string> headers)
    {
        var links = new Dictionary<string, Uri>();
        foreach (Match match in LinkValue().Matches(headers.GetValueOrDefault("Link", "")))
        {
            if (Uri.TryCreate(match.Groups["uri"].Value, UriKind.Absolute, out var uri))
            {
                links[match.Groups["rel"].Value] = uri;
            }
        }
        return links;
    }

    [GeneratedRegex("""<(?<uri>[^>]+)>[^,]*?;\s*rel="?(?<rel>[\w-]+)"?""")]
    private static partial Regex LinkValue();
}
