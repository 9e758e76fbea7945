using System.Net;
using System.Security.Authentication;
using Docker.DotNet;
using Docker.DotNet.Models;
using Newtonsoft.Json;
using Version = System.Version; // The package has one of its own.

namespace GoldenPath.Docker.Engine;

/// <summary>A container engine that answers, spoken to in an API version that both sides know.</summary>
public sealed class EngineConnection : IDisposable
{
    /// <summary>The newest API version that Docker.DotNet 3.125 understands; engine 29 speaks nothing older.</summary>
    internal static readonly Version Newest = new(1, 44);

    private static readonly TimeSpan ToAccept = TimeSpan.FromSeconds(1.8);
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(4); // It is there, and may be busy.

    private EngineConnection(LocatedEngine address, DockerClient client, VersionResponse version, DateTimeOffset now)
    {
        ConnectedAt = now;
        Address = address;
        Client = client;
        EngineVersion = version.Version;
    }

    /// <summary>Where it is.</summary>
    public LocatedEngine Address { get; }

    /// <summary>The engine's own version, such as <c>20.10.24</c>.</summary>
    public string EngineVersion { get; }

    /// <summary>When this program connected, by its own clock.</summary>
    internal DateTimeOffset ConnectedAt { get; }

    /// <summary>The client, which sends the negotiated API version with every request.</summary>
    internal DockerClient Client { get; }

    /// <summary>Connects, and negotiates the version: the lower of the engine's own and 1.44.</summary>
    /// <exception cref="PipelineException">Nobody accepts within 1.8 s, or answers within 4 s after that, or this user may not use it.</exception>
    public static async Task<EngineConnection> OpenAsync(LocatedEngine address, TimeProvider time, CancellationToken cancellationToken)
    {
        var limit = ToAccept;
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await EngineDoor.KnockAsync(address, either.Token);
            limit = ToAnswer;
            patience.CancelAfter(limit);
            var version = await AskVersionAsync(address, either.Token);
            return new EngineConnection(address, NewClient(address, Negotiate(address, version)), version, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw EngineFailures.NobodyThere(address, $"no answer within {limit.TotalSeconds} s");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static async Task<VersionResponse> AskVersionAsync(LocatedEngine address, CancellationToken cancellationToken)
    {
        using var client = NewClient(address, null);
        try
        {
            var answer = await client.System.GetVersionAsync(cancellationToken).WaitAsync(cancellationToken);
            return answer?.APIVersion is { Length: > 0 } ? answer : throw EngineFailures.NoEngine(address, "it tells no API version");
        }
        catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.Forbidden)
        {
            throw EngineFailures.Denied(address);
        }
        catch (DockerApiException e)
        {
            throw EngineFailures.NoEngine(address, $"it answered {(int)e.StatusCode} {Short(e.ResponseBody)}");
        }
        catch (Exception e) when (e is HttpRequestException or AuthenticationException or IOException)
        {
            var reason = e.GetBaseException().Message.TrimEnd('.');
            throw EngineFailures.NoEngine(address, IsOfTls(e) ? $"the TLS handshake failed: {reason}" : reason);
        }
        catch (JsonException)
        {
            throw EngineFailures.NoEngine(address, "its answer is no JSON");
        }
    }

    private static Version Negotiate(LocatedEngine address, VersionResponse answer)
    {
        if (!Version.TryParse(answer.APIVersion, out var newest))
        {
            throw EngineFailures.NoEngine(address, $"its API version is '{Short(answer.APIVersion)}'");
        }

        return Version.TryParse(answer.MinAPIVersion, out var oldest) && oldest > Newest
                ? throw EngineFailures.TooNew(address, answer.Version, oldest)
            : newest < Newest ? newest
            : Newest;
    }

    private static DockerClient NewClient(LocatedEngine address, Version? version)
    {
#pragma warning disable CA2000 // The client disposes its configuration, and that the credentials.
        Credentials credentials = address.Certificates is null ? new AnonymousCredentials() : TlsCredentials.Load(address);
        var configuration = new DockerClientConfiguration(address.Endpoint, credentials, TimeSpan.FromSeconds(30));
        return configuration.CreateClient(version);
#pragma warning restore CA2000
    }

    // The client passes a refused handshake on as it is; since TLS 1.3 an engine refuses a client's certificate after it.
    private static bool IsOfTls(Exception? e) => e is not null && (e is AuthenticationException || IsOfTls(e.InnerException));

    private static string Short(string text) => text.Trim() is { Length: > 100 } trimmed ? trimmed[..100] + "…" : text.Trim();
}
