namespace AgentBackend.Misbehaving;

/// <summary>What can go wrong with a request.</summary>
internal static class RequestFaults
{
    public static Task NeverReadyAsync(HttpContext context, RequestDelegate next) =>
        At("/ready", context, next, StatusCodes.Status503ServiceUnavailable, "text/plain", "not ready: the model is still being loaded\n");

    public static Task NeverAnswerAsync(HttpContext context, RequestDelegate next) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Task FailLoginAsync(HttpContext context, RequestDelegate next) =>
        At(
            "/auth/login",
            context,
            next,
            StatusCodes.Status500InternalServerError,
            "application/json",
            """{"detail":"Internal Server Error"}"""
        );

    public static Task ForgetTokenAsync(HttpContext context, RequestDelegate next) =>
        At("/auth/login", context, next, StatusCodes.Status200OK, "application/json", """{"token_type":"bearer","expires_in":900}""");

    public static Task ForbidAsync(HttpContext context, RequestDelegate next) =>
        At("/ws", context, next, StatusCodes.Status403Forbidden, "application/json", """{"detail":"origin not allowed"}""");

    public static Task NotFoundAsync(HttpContext context, RequestDelegate next) =>
        At("/ws", context, next, StatusCodes.Status404NotFound, "application/json", """{"detail":"Not Found"}""");

    public static Task BadGatewayAsync(HttpContext context, RequestDelegate next) =>
        At(
            "/ws",
            context,
            next,
            StatusCodes.Status502BadGateway,
            "text/html",
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"
        );

    public static Task IgnoreUpgradeAsync(HttpContext context, RequestDelegate next) =>
        At("/ws", context, next, StatusCodes.Status200OK, "text/html", "<!doctype html><title>Agent</title><p>Welcome.</p>\n");

    private static Task At(string path, HttpContext context, RequestDelegate next, int status, string type, string body)
    {
        if (context.Request.Path != path)
        {
            return next(context);
        }

        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
