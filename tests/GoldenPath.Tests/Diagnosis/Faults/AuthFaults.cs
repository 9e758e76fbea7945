using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Faults.WebSocketFaults;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Logins and tokens that do not work, or work too well.</summary>
internal static class AuthFaults
{
    private const string Http = "http: /health, timeout: 20s";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Walk("login-401", LoginFailed, scene => scene.Service(Node("login=401", "detail=bad credentials"), Http)),
        Walk("login-422", LoginFailed, scene => scene.Service(Node("login=422", "detail=field required: email"), Http)),
        Walk("login-500", LoginFailed, scene => scene.Service(Node("login=500", "detail=Internal Server Error"), Http)),
        Walk(
            "login-wrong-password-reference",
            LoginFailed,
            scene =>
                scene
                    .Scenario(Asking(password: "difference-engine"))
                    .Service(Reference, "http: /ready, timeout: " + "20s", environment: StartFaults.Misbehaving("too-late"))
        ) with
        {
            Needs = ["dotnet"],
        },
        Walk("login-without-token", LoginFailed, scene => scene.Service(Node("login-no-token"), Http)),
        Walk("login-answers-a-page", LoginFailed, scene => scene.Service(Node("login-html"), Http)),
        Walk("login-hangs-up", LoginFailed, scene => scene.Service(Node("login-hang-up"), Http)) with
        {
            Also = [ConnectionDropped],
        },
        Walk("token-401", TokenRejected, scene => scene.Service(Node("upgrade=401 Unauthorized", "token-only"), Http)),
        Walk("token-403", TokenRejected, scene => scene.Service(Node("upgrade=403 Forbidden", "token-only"), Http)),
        Walk("token-refused-by-a-frame", TokenRejected, scene => scene.Service(Node("auth-frame"), Http)),
        Walk("token-refused-by-a-close", TokenRejected, scene => scene.Service(Node("close-first=1008"), Http)),
        Walk(
            "token-rejected-reference",
            TokenRejected,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving("token-rejected"))
        ) with
        {
            Needs = ["dotnet"],
        },
        Walk("token-not-checked", TokenNotChecked, scene => scene.Service(Node("anybody"), Http)),
        Walk(
            "token-not-checked-reference",
            TokenNotChecked,
            scene => scene.Service(Reference, "http: /ready, timeout: 20s", environment: StartFaults.Misbehaving("token-not-checked"))
        ) with
        {
            Needs = ["dotnet"],
        },
    ];
}
