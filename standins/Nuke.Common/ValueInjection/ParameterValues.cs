#nullable enable
using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>The values of parameters: command line, then environment, then parameter files.</summary>
internal sealed class ParameterValues(CommandLine commandLine, EnvironmentValues environment)
{
    public static ParameterValues Instance { get; } =
        new(CommandLine.Current, new EnvironmentValues(Environment.GetEnvironmentVariables()));

    public ParameterFiles? Files { get; set; }

    public object? Find(MemberInfo member)
    {
        var separator = member.GetCustomAttribute<ParameterAttribute>()?.Separator is { Length: 1 } text ? text[0] : '\0';
        return Find(ParameterNames.Of(member), BuildMembers.TypeOf(member), separator, member);
    }

    public T? Find<T>(string name, char separator = '\0') => (T?)Find(name, typeof(T), separator, member: null);

    private object? Find(string name, Type type, char separator, MemberInfo? member) =>
        commandLine.Find(name, type, separator)
        ?? (name == ParameterNames.Targets ? commandLine.FindPositional(type, separator) : null)
        ?? environment.Find(name, type, separator)
        ?? Files?.Find(name, type, member);
}
