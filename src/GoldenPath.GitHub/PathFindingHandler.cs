using System.Net;

namespace GoldenPath.GitHub;

/// <summary>Finds out by the first answers whether a server on this machine serves its API at its root or, as a GitHub Enterprise Server,
/// under <c>/api/v3/</c>. What is not found at the root had no effect there, so it can be asked again.</summary>
internal sealed class PathFindingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private bool? _isEnterprise;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (_isEnterprise == true)
        {
            request.RequestUri = Enterprise(asked);
        }
        var response = await base.SendAsync(request, cancellationToken);
        if (_isEnterprise is null && response.StatusCode == HttpStatusCode.NotFound)
        {
            request.RequestUri = Enterprise(asked);
            response.Dispose();
            response = await base.SendAsync(request, cancellationToken);
            _isEnterprise = response.StatusCode == HttpStatusCode.NotFound ? null : true;
            return response;
        }
        _isEnterprise ??= false;
        return response;
    }

    /// <summary>An address under the path; one that was taken out of an answer has it already.</summary>
    private static Uri Enterprise(Uri address) =>
        address.AbsolutePath.StartsWith(ApiAddress.EnterprisePath, StringComparison.Ordinal)
            ? address
            : new(address, string.Concat(ApiAddress.EnterprisePath.AsSpan(0, ApiAddress.EnterprisePath.Length - 1), address.PathAndQuery));
}
