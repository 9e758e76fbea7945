namespace Octokit.Internal;

public interface IRequest
{
    object Body { get; set; }

    Dictionary<string, string> Headers { get; }

    HttpMethod Method { get; }

    Uri BaseAddress { get; }

    Uri Endpoint { get; }

    string ContentType { get; }
}
