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
        request.Content = new StringContent(JsonTexts.Fill(login.Json, context.Fill), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await BodyStart.ReadAsync(response.Content, LongestAnswer, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw Failed($"POST {address} answered {(int)response.StatusCode} {response.StatusCode}: {Wording.Quote(body)}");
        }

        var token = Token(login, address, body);
        context.Redactor.Add(token);
        return token;
    }

    private static string Token(LoginDefinition login, Uri address, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return JsonPath.Parse(login.Token).Select(document.RootElement) is { } found && Envelope.Scalar(found) is { Length: > 0 } token
                ? token
                : throw Failed($"the answer to POST {address} has no token at {login.Token}; it has {Fields(document.RootElement)}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Failed($"the answer to POST {address} is no JSON: {Wording.Quote(body)}");
        }
    }

    /// <summary>The names alone: a token at another place must not be told.</summary>
    private static string Fields(JsonElement answer) => answer.ValueKind == JsonValueKind.Object
        ? string.Join(", ", answer.EnumerateObject().Take(10).Select(property => $"'{property.Name}'").DefaultIfEmpty("no fields"))
        : $"a JSON {answer.ValueKind}";

    private static StepFailedException Failed(string text) => new(Steps.Login, Causes.LoginFailed, text);
}
