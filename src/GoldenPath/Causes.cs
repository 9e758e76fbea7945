namespace GoldenPath;

/// <summary>The names of the causes: the words of run.json, of the issue and of the labels.</summary>
public static class Causes
{
#pragma warning disable CS1591 // Each name is its own documentation; the table in docs/causes.md explains them.
    public const string ServiceNotStarted = "service.not-started";
    public const string ServiceTooSlow = "service.too-slow";
    public const string ExecutableMissing = "process.executable-missing";
    public const string ProcessExited = "process.exited";
    public const string ProcessKilled = "process.killed";
    public const string DependencyMissing = "process.dependency-missing";
    public const string AlreadyRunning = "process.already-running";
    public const string NotPermitted = "process.not-permitted";
    public const string MissingVariable = "config.missing-variable";
    public const string InvalidValue = "config.invalid-value";
    public const string BuildFailed = "build.failed";
    public const string DockerUnreachable = "docker.unreachable";
    public const string DockerPermissionDenied = "docker.permission-denied";
    public const string DockerImageMissing = "docker.image-missing";
    public const string DockerBuildFailed = "docker.build-failed";
    public const string DockerContainerExited = "docker.container-exited";
    public const string DockerOutOfMemory = "docker.out-of-memory";
    public const string DockerCrashLoop = "docker.crash-loop";
    public const string DockerUnhealthy = "docker.unhealthy";
    public const string DockerPortNotPublished = "docker.port-not-published";
    public const string DockerComposeInvalid = "docker.compose-invalid";
    public const string PortInUse = "port.in-use";
    public const string PortNotPermitted = "port.not-permitted";
    public const string PortNotListening = "port.not-listening";
    public const string PortWrongPort = "port.wrong-port";
    public const string PortWrongInterface = "port.wrong-interface";
    public const string PortAddressFamily = "port.address-family";
    public const string PortNotOurs = "port.not-ours";
    public const string HttpUnhealthy = "http.unhealthy";
    public const string HttpNoAnswer = "http.no-answer";
    public const string HttpNotHttp = "http.not-http";
    public const string TlsMismatch = "tls.mismatch";
    public const string TlsCertificate = "tls.certificate";
    public const string WebSocketNotFound = "ws.not-found";
    public const string WebSocketRejected = "ws.rejected";
    public const string WebSocketProxyWithoutUpgrade = "ws.proxy-without-upgrade";
    public const string WebSocketSubprotocol = "ws.subprotocol";
    public const string WebSocketProtocolError = "ws.protocol-error";
    public const string LoginFailed = "auth.login-failed";
    public const string TokenRejected = "auth.token-rejected";
    public const string TokenNotChecked = "auth.token-not-checked";
    public const string EventsNone = "events.none";
    public const string EventsMissing = "events.missing";
    public const string EventsOutOfOrder = "events.out-of-order";
    public const string EventsUnbalancedTool = "events.unbalanced-tool";
    public const string EventsAfterEnd = "events.after-end";
    public const string EventsStalled = "events.stalled";
    public const string EventsTooLate = "events.too-late";
    public const string EventsMalformed = "events.malformed";
    public const string EventsCannedAnswer = "events.canned-answer";
    public const string EventsLeaked = "events.leaked-to-other-user";
    public const string ConnectionDropped = "connection.dropped";
    public const string AgentError = "agent.error";
    public const string DependencyUnreachable = "dependency.unreachable";
    public const string DependencyRefusedLogin = "dependency.refused-login";
    public const string DependencyNotPrepared = "dependency.not-prepared";
    public const string DependencyExhausted = "dependency.exhausted";
    public const string DiskFull = "resource.disk-full";
    public const string OutOfMemory = "resource.memory";
    public const string FileDescriptors = "resource.file-descriptors";
    public const string FileWatches = "resource.file-watches";
    public const string TestsFailed = "tests.failed";
    public const string TestsNoneRan = "tests.none-ran";
    public const string TestsTimedOut = "tests.timed-out";
    public const string Unknown = "unknown";
#pragma warning restore CS1591
}
