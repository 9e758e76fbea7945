using System.ComponentModel;
using System.Diagnostics;
using GoldenPath.Builds;
using GoldenPath.Configuration;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Asks for the .NET SDK that the projects of a file are built with, where it builds any.</summary>
internal static class SdkCheck
{
    private const string Name = "sdk";
    private const string BuildWord = "{build:";

    public static async Task<Finding?> ExamineAsync(PipelineDefinition definition, CancellationToken cancellationToken)
    {
        if (
            !DeclaredCommand
                .All(definition)
                .SelectMany(command => command.Command)
                .Any(word => word.Contains(BuildWord, StringComparison.Ordinal))
        )
        {
            return null;
        }

        try
        {
            using var dotnet = Process.Start(
                new ProcessStartInfo(DotNetHost.Path, ["--version"])
                {
                    WorkingDirectory = definition.Directory,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var errors = dotnet.StandardError.ReadToEndAsync(cancellationToken);
            var version = (await dotnet.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await dotnet.WaitForExitAsync(cancellationToken);
            return dotnet.ExitCode == 0 ? Finding.Ok(Name, $".NET SDK {version}") : Missing((await errors).Trim().Split('\n')[0]);
        }
        catch (Win32Exception absent)
        {
            return Missing(absent.Message);
        }
    }

    private static Finding Missing(string why) =>
        Finding.Problem(
            Name,
            $"The file builds a .NET project, and no SDK can be used in its folder: {why}",
            new Remedy("Install the SDK that global.json names: https://dot.net/download")
        );
}
