using GoldenPath.Diagnosis.Logs;
using GoldenPath.Diagnosis.Signs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Diagnosis.Signs;

/// <summary>What went wrong is read in the words of the common runtimes, and nothing is read into other words.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class SignSpecs
{
    [Theory]
    [InlineData("Error: listen EADDRINUSE: address already in use :::8002", 8002)]
    [InlineData("OSError: [Errno 98] Address already in use", null)]
    [InlineData("[Errno 98] error while attempting to bind on address ('127.0.0.1', 8002): address already in use", 8002)]
    [InlineData("Failed to bind to address http://127.0.0.1:5000: address already in use.", 5000)]
    [InlineData("listen tcp :8080: bind: address already in use", 8080)]
    [InlineData("nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)", 80)]
    [InlineData("java.net.BindException: Address already in use (Bind failed)", null)]
    [InlineData("Web server failed to start. Port 8080 was already in use.", 8080)]
    [InlineData("[ERROR] Connection in use: ('127.0.0.1', 8000)", 8000)]
    [InlineData("Os { code: 98, kind: AddrInUse, message: \"Address already in use\" }", null)]
    [InlineData("Only one usage of each socket address (protocol/network address/port) is normally permitted. : '0.0.0.0:8002'", 8002)]
    public void An_address_in_use(string line, int? port)
    {
        Assert.Equal((SignKind.AddressInUse, port), (Read(line).Kind, Read(line).Port));
    }

    [Theory]
    [InlineData("KeyError: 'DATABASE_URL'", "DATABASE_URL")]
    [InlineData("Error: Missing required environment variable DATABASE_URL", "DATABASE_URL")]
    [InlineData("environment variable \"API_KEY\" is not set", "API_KEY")]
    [InlineData("DATABASE_URL is not defined", "DATABASE_URL")]
    [InlineData("fatal: OPENAI_API_KEY must be set", "OPENAI_API_KEY")]
    [InlineData("django.core.exceptions.ImproperlyConfigured: Set the SECRET_KEY environment variable", "SECRET_KEY")]
    [InlineData("sh: 1: DATABASE_URL: parameter not set", "DATABASE_URL")]
    [InlineData("./start.sh: line 3: DATABASE_URL: unbound variable", "DATABASE_URL")]
    [InlineData("sh: 1: DATABASE_URL: tell me where the database is", "DATABASE_URL")]
    [InlineData("Could not resolve placeholder 'DATABASE_URL' in value \"${DATABASE_URL}\"", "DATABASE_URL")]
    [InlineData("panic: required key DATABASE_URL missing value", "DATABASE_URL")]
    public void A_missing_variable(string line, string name) =>
        Assert.Equal((SignKind.MissingVariable, name), (Read(line).Kind, Read(line).Subject));

    [Theory]
    [InlineData("ReferenceError: SETTINGS is not defined")]
    [InlineData("sh: 1: SERVE: not found")]
    [InlineData("INFO listening on port 8002")]
    [InlineData("GET /health 200 OK")]
    [InlineData("TODO is not a variable")]
    public void No_missing_variable(string line) => Assert.NotEqual(SignKind.MissingVariable, Find(line)?.Kind);

    [Theory]
    [InlineData("Error: connect ECONNREFUSED 127.0.0.1:5432", "127.0.0.1", 5432)]
    [InlineData("connection to server at \"localhost\" (127.0.0.1), port 5432 failed: Connection refused", "localhost", 5432)]
    [InlineData("redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.", "localhost", 6379)]
    [InlineData("OSError: Multiple exceptions: [Errno 61] Connect call failed ('::1', 8002, 0, 0)", "::1", 8002)]
    [InlineData("Connection refused (127.0.0.1:5432)", "127.0.0.1", 5432)]
    [InlineData("Npgsql.NpgsqlException: Failed to connect to 127.0.0.1:5432", "127.0.0.1", 5432)]
    [InlineData("Connection to localhost:5432 refused. Check that the hostname and port are correct", "localhost", 5432)]
    [InlineData("dial tcp 127.0.0.1:5432: connect: connection refused", "127.0.0.1", 5432)]
    [InlineData("HTTPConnectionPool(host='localhost', port=9000): Max retries exceeded: [Errno 111] Connection refused", "localhost", 9000)]
    public void A_refused_connection(string line, string host, int port)
    {
        Assert.Equal((SignKind.Refused, host, (int?)port), (Read(line).Kind, Read(line).Host, Read(line).Port));
    }

    [Theory]
    [InlineData("Error: getaddrinfo ENOTFOUND database", "database")]
    [InlineData("could not translate host name \"database\" to address: Name or service not known", "database")]
    [InlineData("java.net.UnknownHostException: database", "database")]
    [InlineData("dial tcp: lookup database: no such host", "database")]
    public void An_unknown_host(string line, string host)
    {
        Assert.Equal((SignKind.UnknownHost, host), (Read(line).Kind, Read(line).Host));
    }

    [Theory]
    [InlineData("OSError: [Errno 28] No space left on device: '/data/x'", "DiskFull")]
    [InlineData("Error: ENOSPC: no space left on device, write", "DiskFull")]
    [InlineData("sqlite3.OperationalError: database or disk is full", "DiskFull")]
    [InlineData("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "OutOfMemory")]
    [InlineData("MemoryError", "OutOfMemory")]
    [InlineData("java.lang.OutOfMemoryError: Java heap space", "OutOfMemory")]
    [InlineData("terminate called after throwing an instance of 'std::bad_alloc'", "OutOfMemory")]
    [InlineData("Error: Cannot find module 'express'", "ModuleMissing")]
    [InlineData("Traceback (most recent call last):", "Error")]
    [InlineData("connected to the database", "Recovery")]
    [InlineData("Now listening on: http://[::]:8002", "Recovery")]
    public void Other_words(string line, string kind) => Assert.Equal(kind, Read(line).Kind.ToString());

    [Theory]
    [InlineData("waiting until the database is connected")]
    [InlineData("GET /health 200 in 3 ms")]
    [InlineData("at Server.listen (node:net:1937:16)")]
    public void Words_that_tell_nothing(string line) => Assert.Null(Find(line));

    [Theory]
    [InlineData("    at Object.<anonymous> (/app/server.js:12:9)")]
    [InlineData("  File \"/app/main.py\", line 12, in <module>")]
    [InlineData("12:30:45 starting")]
    public void No_address(string line) => Assert.Null(Addresses.In(line).Port);

    private static Sign Read(string text) => Find(text)!;

    private static Sign? Find(string text) =>
        new SignReader("logs/backend.log").Read(
            Assert.Single(LogReader.Parse(text.Split('\n').Index().Select(line => new LogLine(line.Index + 1, line.Item)))),
            0
        );
}
