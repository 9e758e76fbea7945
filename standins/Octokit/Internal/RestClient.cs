#nullable enable
using System.Globalization;
using System.Net;

namespace Octokit.Internal;

/// <summary>Sends what the clients ask for, and turns answers into values or exceptions.</summary>
internal sealed class RestClient(Connection connection)
{
    public async Task<IReadOnlyList<T>> GetAll<T>(string path, IEnumerable<(string Name, string Value)> parameters, ApiOptions options)
    {
        var paging = new List<(string Name, string Value)>(parameters);
        Add(paging, "per_page", options.PageSize);
        Add(paging, "page", options.StartPage);
        var items = new List<T>();
        Uri? next = new(path + Query(paging), UriKind.Relative);
        try
        {
            for (var page = 1; next is not null; page++)
            {
                var response = await Send(HttpMethod.Get, next, null);
                items.AddRange(Value<List<T>>(response) ?? []);
                next = page < (options.PageCount ?? int.MaxValue) ? response.ApiInfo.Links.GetValueOrDefault("next") : null;
            }
        }
        catch (NotFoundException)
        {
            throw new NotFoundException($"{path} was not found.", HttpStatusCode.NotFound);
        }
        return items;
    }

    public async Task<T?> Get<T>(string path) => Value<T>(await Send(HttpMethod.Get, new(path, UriKind.Relative), null));

    public async Task<T?> Post<T>(string path, object body) => Value<T>(await Send(HttpMethod.Post, new(path, UriKind.Relative), body));

    public async Task<T?> Patch<T>(string path, object body) => Value<T>(await Send(HttpMethod.Patch, new(path, UriKind.Relative), body));

    public Task Delete(string path) => Send(HttpMethod.Delete, new(path, UriKind.Relative), null);

    public async Task<IResponse> Send(HttpMethod method, Uri endpoint, object? body, string? accepts = null, CancellationToken cancellationToken = default)
    {
        var request = new Request { Method = method, BaseAddress = connection.BaseAddress, Endpoint = endpoint };
        request.Headers["Accept"] = accepts ?? "application/vnd.github.v3+json";
        request.Headers["User-Agent"] = connection.UserAgent;
        if (await connection.CredentialStore.GetCredentials() is { Password.Length: > 0 } credentials)
        {
            request.Headers["Authorization"] = "Token " + credentials.Password;
        }
        if (body is not null)
        {
            request.Body = connection.Serializer.Serialize(body);
            request.ContentType = "application/x-www-form-urlencoded"; // Which it is not; the original says so all the same.
        }
        var response = await connection.HttpClient.Send(request, cancellationToken);
        Failures.ThrowFor(response);
        return response;
    }

    /// <summary>A value where the answer is JSON of the right kind; otherwise nothing, as in the original.</summary>
    private T? Value<T>(IResponse response)
    {
        var text = response.Body as string;
        var isList = typeof(T).IsGenericType;
        if (response.ContentType != "application/json" || string.IsNullOrEmpty(text) || text == "{}" || (!isList && text.TrimStart().StartsWith('[')))
        {
            return default;
        }
        return connection.Serializer.Deserialize<T>(isList && text[0] == '{' ? "[" + text + "]" : text);
    }

    private static void Add(List<(string Name, string Value)> parameters, string name, int? value)
    {
        if (value is { } number)
        {
            parameters.Add((name, number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string Query(List<(string Name, string Value)> parameters) =>
        parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
}
