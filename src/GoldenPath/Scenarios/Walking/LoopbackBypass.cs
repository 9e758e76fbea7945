using System.Net;

namespace GoldenPath.Scenarios.Walking;

/// <summary>The proxy of the environment, which never applies to loopback: a service under test is not reached through a proxy that cannot see it.</summary>
internal sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
