using System.Text;

namespace Nuke.Common.Tooling;

/// <summary>A tool ended with another exit code than zero.</summary>
public class ProcessException(IProcess process) : Exception(Format(process))
{
    public int ExitCode { get; } = process.ExitCode;

    private static string Format(IProcess process)
    {
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"   > {process.FileName} {process.Arguments}")
            .AppendLine($"   @ {process.WorkingDirectory}");
        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            text.AppendLine("Error output:");
        foreach (var error in errors)
            text.Append("   ").AppendLine(error.Text);
        return text.ToString();
    }
}
