using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ImageOperations(EngineRequests requests) : IImageOperations
{
    private static readonly Thrower NoSuchImage = (status, body) =>
    {
        if (status == HttpStatusCode.NotFound)
        {
            throw new DockerImageNotFoundException(status, body);
        }
    };

    public Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken) =>
        requests.GetAsync<ImageInspectResponse>($"images/{name}/json", new Query(), cancellationToken, NoSuchImage);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters, AuthConfig authConfig, IProgress<JSONMessage> progress, CancellationToken cancellationToken)
    {
        var query = new Query().Add("fromImage", parameters.FromImage).Add("tag", parameters.Tag);
        var request = requests.Request(HttpMethod.Post, "images/create", query);
        request.Headers.Add("X-Registry-Auth", Header(authConfig ?? new AuthConfig()));
        return requests.MessagesAsync(request, progress, cancellationToken);
    }

    public Task BuildImageFromDockerfileAsync(
        ImageBuildParameters parameters,
        Stream contents,
        IEnumerable<AuthConfig> authConfigs,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken)
    {
        var query = new Query()
            .Add("dockerfile", parameters.Dockerfile)
            .Add("t", parameters.Tags)
            .Add("target", parameters.Target)
            .AddJson("buildargs", parameters.BuildArgs)
            .AddJson("labels", parameters.Labels)
            .Add("rm", parameters.Remove)
            .Add("forcerm", parameters.ForceRemove);
        var content = new StreamContent(contents);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        var request = requests.Request(HttpMethod.Post, "build", query, content);
        request.Headers.Add("X-Registry-Config", Header((authConfigs ?? []).ToDictionary(auth => auth.ServerAddress)));
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.Add(name, value);
        }

        return requests.MessagesAsync(request, progress, cancellationToken);
    }

    public Task<IList<IDictionary<string, string>>> DeleteImageAsync(
        string name, ImageDeleteParameters parameters, CancellationToken cancellationToken) =>
        requests.DeleteAsync<IList<IDictionary<string, string>>>(
            $"images/{name}",
            new Query().Add("force", parameters.Force).Add("noprune", parameters.NoPrune),
            cancellationToken,
            NoSuchImage);

    private static string Header<T>(T value) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(value)).Replace('/', '_').Replace('+', '-');
}
