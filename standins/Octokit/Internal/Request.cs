namespace Octokit.Internal;

public class Request : IRequest
{
    public object Body { get; set; }

    public Dictionary<string, string> Headers { get; } = [];

    public HttpMethod Method { get; set; }

    public Uri BaseAddress { get; set; }

    public Uri Endpoint { get; set; }

    public string ContentType { get; set; }
}
