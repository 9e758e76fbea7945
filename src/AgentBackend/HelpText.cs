namespace AgentBackend;

/// <summary>The answer to <c>--help</c>.</summary>
internal static class HelpText
{
    /// <summary>All of it.</summary>
    public const string Whole = """
        The reference agent backend of GoldenPath: a service that people use over a WebSocket, to try a smoke test on.

        usage: dotnet AgentBackend.dll [--urls URL] | --misbehaviours | --help

          --urls URL          where it listens, such as http://*:8002; several by ';' (or ASPNETCORE_URLS; default http://localhost:5000)
          --misbehaviours     lists what it can do wrong on purpose
          --help, -h          shows this text

        addresses:
          GET  /health        200 as long as it runs
          GET  /ready         200 once it can serve, 503 otherwise
          POST /auth/login    {"email": "ada@example.com", "password": "analytical-engine"} gives an access_token
          GET  /ws            the WebSocket; the token as the subprotocol jwt-auth.TOKEN, as a bearer header, or as ?token=TOKEN

        environment:
          AGENT_SIGNING_KEY   signs the tokens, 32 bytes or more; default: a random one for each process
          AGENT_HEARTBEAT     seconds between two heartbeats on a connection; default 15
          AGENT_ENVELOPE      the wire form of its events; default flat
          AGENT_MISBEHAVIOUR  what it does wrong on purpose, by name; only with ASPNETCORE_ENVIRONMENT=Development
          AGENT_DELAY         seconds that slow misbehaviours take; default: what each says itself

        It ends in order on SIGTERM and Ctrl-C. Exit codes: 0 told to end, 1 it cannot listen, 2 a setting cannot be used.

        """;
}
