using System.Collections;

namespace MisbehavingService.Commands;

/// <summary>echo-environment: the whole environment, a variable a line, sorted.</summary>
internal static class EchoEnvironment
{
    public static async Task RunAsync(string[] arguments)
    {
        foreach (
            var line in Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(variable => $"{variable.Key}={variable.Value}")
                .Order(StringComparer.Ordinal)
        )
        {
            await Console.Out.WriteLineAsync(line);
        }
    }
}
