using GoldenPath.Tests.Diagnosis.Matrix;
using static GoldenPath.Causes;
using static GoldenPath.Tests.Diagnosis.Matrix.Scene;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Services that lack a variable, and how the frameworks word it.</summary>
internal static class VariableFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Missing(
            "variable-in-python",
            "THREADS_DATABASE",
            scene => scene.Service(scene.Python("url = os.environ['THREADS_DATABASE']")),
            "python3"
        ),
        Missing("variable-in-shell", "REDIS_URL", scene => scene.Service(scene.Shell(": \"${REDIS_URL:?REDIS_URL must be set}\""))),
        Missing("variable-in-shell-unset", "MODEL_NAME", scene => scene.Service(scene.Shell("set -u; echo serving $MODEL_NAME"))),
        Missing(
            "variable-in-node",
            "SESSION_SECRET",
            scene =>
                scene.Service([
                    "node",
                    "-e",
                    "if (!process.env.SESSION_SECRET) throw new Error('Missing required environment variable: " + "SESSION_SECRET')",
                ]),
            "node"
        ),
        Missing(
            "variable-in-node-undefined",
            "LLM_ENDPOINT",
            scene =>
                scene.Service(
                    Says("Error: process.env.LLM_ENDPOINT is not defined\n    at Object.<anonymous> (/app/config.js:3:9)", 1, scene)
                )
        ),
        Missing(
            "variable-in-pydantic",
            "openai_api_key",
            scene =>
                scene.Service(
                    Says(
                        "pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\nopenai_api_key\n  Field required "
                            + "[type=missing, input_value={'debug': 'false'}, input_type=dict]\n    For further information visit "
                            + "https://errors.pydantic.dev/2.7/v/missing",
                        1,
                        scene
                    )
                )
        ),
        Missing(
            "variable-in-django",
            "SECRET_KEY",
            scene => scene.Service(Says("django.core.exceptions.ImproperlyConfigured: Set the SECRET_KEY environment variable", 1, scene))
        ),
        Missing(
            "variable-in-dotnet-options",
            "SigningKey",
            scene =>
                scene.Service(
                    Says(
                        "Unhandled exception. Microsoft.Extensions.Options.OptionsValidationException: DataAnnotation validation failed for "
                            + "'AuthOptions' members: 'SigningKey' with the error: 'The SigningKey field is required.'.",
                        134,
                        scene
                    )
                )
        ),
        Missing(
            "variable-in-go",
            "DATABASE_URL",
            scene => scene.Service(Says("2026/11/22 10:00:00 required key DATABASE_URL missing value", 1, scene))
        ),
        Missing(
            "variable-in-rust",
            "QUEUE_URL",
            scene => scene.Service(Says("thread 'main' panicked at src/main.rs:14:39:\nQUEUE_URL must be set: NotPresent", 101, scene))
        ),
        Missing(
            "variable-in-spring",
            "DB_HOST",
            scene =>
                scene.Service(
                    Says(
                        "Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'DB_HOST' in value "
                            + "\"jdbc:postgresql://${DB_HOST}/app\"",
                        1,
                        scene
                    )
                )
        ),
        Missing(
            "variable-in-zod",
            "JWT_ISSUER",
            scene =>
                scene.Service(
                    Says(
                        "ZodError: [\n  {\n    \"code\": \"invalid_type\",\n    \"expected\": \"string\",\n    \"received\": "
                            + "\"undefined\",\n    \"path\": [\n      \"JWT_ISSUER\"\n    ],\n    \"message\": \"Required\"\n  }\n]",
                        1,
                        scene
                    )
                )
        ) with
        {
            Hard = "the name comes lines after the error",
            Also = [ProcessExited],
        },
        Missing(
            "variable-of-a-service-that-lives-on",
            "OPENAI_ORGANIZATION",
            scene =>
                scene.Service(
                    Node(
                        "health=503",
                        "reason=not configured",
                        "warn=ERROR config: OPENAI_ORGANIZATION is not set, the agent stays " + "disabled"
                    ),
                    "http: /health, timeout: 2s"
                ),
            "node"
        ) with
        {
            Also = [HttpUnhealthy],
        },
    ];

    private static Fault Missing(string name, string variable, Action<Scene> arrange, params string[] needs) =>
        new(
            name,
            MissingVariable,
            scene =>
            {
                arrange(scene);
                scene.Mentions.Add(variable);
            }
        )
        {
            Needs = needs is [] ? ["sh"] : needs,
        };

    private static string[] Says(string text, int code, Scene scene)
    {
        scene.Write("last-words.txt", text + "\n");
        return scene.Shell($"echo booting; cat last-words.txt >&2; exit {code}");
    }
}
