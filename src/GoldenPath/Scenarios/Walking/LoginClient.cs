using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Logs users in. A token is told to the redaction before anything else is done with it.</summary>
internal sealed class LoginClient(HttpClient http, WalkContext context)
{
    private const int LongestAnswer = 256 * 1024;

    /// <summary>Logs in.</summary>
    /// <returns>The token.</returns>
    /// <exception cref="StepFailedException">The login failed.</exception>
    public async Task<string> LogInAsync(LoginDefinition login, CancellationToken cancellationToken)
    {
        var address = new Uri(context.Fill(login.Post));
        using var deadline = context.Within(context.Settings.StepTimeout, cancellationToken);
        try
        {
            return await PostAsync(login, address, deadline.Token);
        }
        catch (HttpRequestException exception)
        {
            throw Transport.Failed(Steps.Login, address, exception);
        }
        catch (IOException exception)
        {
            throw Transport.Failed(Steps.Login, address, exception);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw Transport.Silent(Steps.Login, address, context.Settings.StepTimeout);
        }
    }

    private async Task<string> PostAsync(LoginDefinition login, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(
            JsonTexts.Fill(login.Json, context.Fill),
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json")
        );
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await BodyStart.ReadAsync(response.Content, LongestAnswer, cancellationToken);
        var token = TokenOf(login, address, response, body);
        context.Redactor.Add(token);
        return token;
    }

    private static string TokenOf(LoginDefinition login, Uri address, HttpResponseMessage response, string body)
    {
        var source = TokenSource.TryParse(login.Token)!;
        var isRedirect = (int)response.StatusCode is >= 300 and < 400; // A login by form answers so, with a cookie.
        if (!response.IsSuccessStatusCode && !(isRedirect && source.Path is null))
        {
            throw Failed($"POST {address} answered {(int)response.StatusCode} {response.StatusCode}: {Wording.Quote(body)}");
        }

        return source switch
        {
            { Path: { } path } => TokenAt(path, login.Token, address, body),
            { Cookie: { } name } => CookieOf(response, name)
                ?? throw Lacks(address, response, $"sets no cookie '{name}'; it sets {Cookies(response)}"),
            _ => response.Headers.TryGetValues(source.Header!, out var values) && string.Join(", ", values) is { Length: > 0 } value
                ? value
                : throw Lacks(address, response, $"has no header '{source.Header}'"),
        };
    }

    private static string TokenAt(JsonPath path, string declared, Uri address, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return path.Select(document.RootElement) is { } found && Envelope.Scalar(found) is { Length: > 0 } token
                ? token
                : throw Failed($"the answer to POST {address} has no token at {declared}; it has {Fields(document.RootElement)}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Failed($"the answer to POST {address} is no JSON: {Wording.Quote(body)}");
        }
    }

    private static string? CookieOf(HttpResponseMessage response, string name) =>
        SetCookies(response).LastOrDefault(cookie => cookie.Name == name && cookie.Value.Length > 0).Value;

    private static string Cookies(HttpResponseMessage response) =>
        string.Join(", ", SetCookies(response).Select(cookie => $"'{cookie.Name}'").Distinct().DefaultIfEmpty("none"));

    /// <summary>Name and value of each cookie: RFC 6265, section 5.2.</summary>
    private static IEnumerable<(string Name, string Value)> SetCookies(HttpResponseMessage response) =>
        from header in response.Headers.TryGetValues("Set-Cookie", out var headers) ? headers : []
        let pair = header.Split(';', 2)[0].Split('=', 2)
        where pair.Length == 2
        select (pair[0].Trim(), pair[1].Trim());

    private static StepFailedException Lacks(Uri address, HttpResponseMessage response, string what) =>
        Failed(
            $"the answer to POST {address}, {(int)response.StatusCode} {response.StatusCode}{(response.Headers.Location is { } next ? $" to {next}" : "")}, {what}"
        );

    /// <summary>The names alone: a token at another place must not be told.</summary>
    private static string Fields(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
            ? string.Join(", ", answer.EnumerateObject().Take(10).Select(property => $"'{property.Name}'").DefaultIfEmpty("no fields"))
            : $"a JSON {answer.ValueKind}";

    private static StepFailedException Failed(string text) => new(Steps.Login, Causes.LoginFailed, text);
}
