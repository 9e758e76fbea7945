using System.Text.Json;

namespace MisbehavingService.Commands;

/// <summary>echo-arguments ARGUMENT…: what has arrived, as one line of JSON.</summary>
internal static class EchoArguments
{
    public static Task RunAsync(string[] arguments) => Console.Out.WriteLineAsync("arguments " + JsonSerializer.Serialize(arguments));
}
