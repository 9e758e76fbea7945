using System.Text.Json;
using System.Text.Json.Nodes;
using AgentBackend.Accounts;
using AgentBackend.Sessions;
using AgentBackend.Sockets;

namespace AgentBackend;

/// <summary><c>POST /auth/login</c>: email and password for an access token. 401 for bad credentials, 422 for a missing field.</summary>
internal sealed class LoginEndpoint(TokenService tokens, ILogger log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var body = await ReadAsync(context);
        if (body.Text("email") is not { } email || body.Text("password") is not { } password)
        {
            await AnswerAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                "The body must be JSON with the strings 'email' and 'password'."
            );
        }
        else if (AccountBook.Find(email, password) is not { } account)
        {
            log.LoginRefused();
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, "Email or password is wrong.");
        }
        else
        {
            await context.Response.WriteAsync(Granted(account), context.RequestAborted);
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        try
        {
            return await JsonNode.ParseAsync(
                    context.Request.Body,
                    documentOptions: ClientMessage.Strict,
                    cancellationToken: context.RequestAborted
                ) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(new JsonObject { ["detail"] = detail }.ToJsonString(), context.RequestAborted);
    }

    private string Granted(Account account) =>
        new JsonObject
        {
            ["access_token"] = tokens.Issue(account),
            ["token_type"] = "bearer",
            ["expires_in"] = (int)TokenService.Lifetime.TotalSeconds,
        }.ToJsonString();
}
