using System.Net;
using System.Net.WebSockets;

namespace GoldenPath.SmokeTests;

/// <summary>Who gets in, and who does not.</summary>
public sealed class LoginSpecs
{
    [Fact(Timeout = 30_000)]
    public async Task A_user_logs_in_and_is_greeted()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        Assert.NotEmpty(connection.Frames[^1]["connection_id"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_wrong_password_is_answered_401()
    {
        using var response = await Service.PostLoginAsync(Service.Ada with { Password = "difference-engine" });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_login_without_a_password_is_answered_422()
    {
        using var response = await Service.PostLoginAsync(new { email = Service.Ada.Email });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_of_somebody_elses_making_is_refused()
    {
        await RefusesAsync(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c3JfYWRhXzE4MTUifQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        );
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_that_was_altered_is_refused()
    {
        var parts = (await Service.LoginAsync(Service.Ada)).Split('.');
        parts[1] = (await Service.LoginAsync(Service.Grace)).Split('.')[1];
        await RefusesAsync(string.Join('.', parts));
    }

    private static async Task RefusesAsync(string token)
    {
        await using var connection = await Service.ConnectAsync(token);
        Assert.Equal("AUTH_FAILED", (await connection.WaitForAsync("error"))["code"]);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await connection.WaitForCloseAsync());
        Assert.DoesNotContain(connection.Frames, frame => frame.Type == "connection_established");
    }
}
