using System.Net;

namespace Docker.DotNet.Internal;

/// <summary>Throws the exception that a status means for one operation, if it means one.</summary>
internal delegate void Thrower(HttpStatusCode status, string body);
