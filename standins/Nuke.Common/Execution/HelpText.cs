#nullable enable
using System.Reflection;
using System.Text;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>The answer to <c>--help</c>: targets with what they need and do, then parameters.</summary>
internal static class HelpText
{
    private const int LineLength = 90;

    public static void Write(NukeBuild build)
    {
        Host.Debug(Targets(build));
        Host.Debug(Parameters(build));
    }

    private static string Targets(NukeBuild build)
    {
        var listed = build.ExecutableTargets.Where(x => x.Listed).ToList();
        var width = Math.Max(build.ExecutableTargets.Select(x => x.Name.Length).DefaultIfEmpty().Max(), 20);
        var text = new StringBuilder().AppendLine("Targets (with their direct dependencies):").AppendLine();
        foreach (var target in listed)
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            var dependencies = string.Join(", ", target.ExecutionDependencies.Select(x => x.Name));
            text.Append("  ").Append(name.PadRight(width)).AppendLine(dependencies.Length > 0 ? $" -> {dependencies}" : "");
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.Append("    ").AppendLine(target.Description);
        }

        return text.ToString();
    }

    private static string Parameters(NukeBuild build)
    {
        var parameters = BuildMembers.Parameters(build.GetType(), unlisted: false).ToLookup(x => x.DeclaringType == typeof(NukeBuild));
        var width = Math.Max(parameters.SelectMany(x => x).Max(x => ParameterNames.Dashed(ParameterNames.Of(x)).Length), 16);
        var defaults = string.Join(", ", build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name));
        var text = new StringBuilder().AppendLine("Parameters:");
        if (parameters[false].Any())
            text.AppendLine();
        foreach (var parameter in parameters[false])
            Append(parameter);
        text.AppendLine();
        foreach (var parameter in parameters[true])
            Append(parameter);
        return text.ToString();

        void Append(MemberInfo parameter)
        {
            var description = parameter.GetCustomAttribute<ParameterAttribute>()!.Description?.TrimEnd('.') ?? "<no description>";
            description = description.Replace("{default_target}", defaults.Length > 0 ? defaults : "<none>", StringComparison.Ordinal);
            var lines = Wrap(description + (description[0] == '<' ? "" : "."), LineLength - width - 6);
            text.Append("  --")
                .Append(ParameterNames.Dashed(ParameterNames.Of(parameter)).PadRight(width))
                .Append("   ")
                .AppendLine(lines[0]);
            foreach (var line in lines.Skip(1))
                text.Append(' ', width + 7).AppendLine(line);
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
                lines.Add(word);
            else
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }
}
