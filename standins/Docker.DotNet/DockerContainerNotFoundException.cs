using System.Net;

namespace Docker.DotNet;

public class DockerContainerNotFoundException(HttpStatusCode statusCode, string responseBody) : DockerApiException(statusCode, responseBody);
