#nullable enable
using System.Collections.ObjectModel;
using System.Net;
using System.Text.RegularExpressions;

namespace Octokit.Internal;

/// <summary>An answer with its headers and its whole body as text.</summary>
internal sealed partial class Response : IResponse
{
    /// <summary>An answer of which nothing is known.</summary>
    public Response()
        : this(0, null, null, [])
    {
    }

    private Response(HttpStatusCode status, string? body, string? contentType, Dictionary<string, string> headers)
    {
        StatusCode = status;
        Body = body;
        ContentType = contentType;
        Headers = new ReadOnlyDictionary<string, string>(headers);
        ApiInfo = new(LinksOf(headers), new(headers));
    }

    public object? Body { get; }

    /// <summary>The first value of each; names as the server wrote them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public ApiInfo ApiInfo { get; }

    public HttpStatusCode StatusCode { get; }

    public string? ContentType { get; }

    public static async Task<IResponse> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return new Response(
            answer.StatusCode, body, answer.Content.Headers.ContentType?.MediaType, answer.Headers.ToDictionary(header => header.Key, header => header.Value.First()));
    }

    /// <summary>The addresses of other pages. As in the original, a link that is no address of its own is an exception, and so is one given twice.</summary>
    private static Dictionary<string, Uri> LinksOf(Dictionary<string, string> headers)
    {
        var links = new Dictionary<string, Uri>();
        var text = headers.FirstOrDefault(header => header.Key.Equals("Link", StringComparison.OrdinalIgnoreCase)).Value;
        foreach (var link in text?.Split(',') ?? [])
        {
            if (Relation().Match(link) is not { Success: true } relation || Address().Match(link) is not { Success: true } address)
            {
                break;
            }
            links.Add(relation.Groups[1].Value, new Uri(address.Groups[1].Value));
        }
        return links;
    }

    [GeneratedRegex("rel=\"(next|prev|first|last)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Relation();

    [GeneratedRegex("<(.+)>")]
    private static partial Regex Address();
}
