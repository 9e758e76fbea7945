using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Facts;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>Writes down whether the variables that a service's log names were in its environment. Values are not kept.</summary>
internal static class VariableEvidence
{
    /// <param name="subject">The run.</param>
    /// <param name="named">The variables, by service.</param>
    public static IReadOnlyList<VariableFact> Collect(CaptureSubject subject, IEnumerable<(string Service, string Name)> named)
    {
        var sheet = subject.Sheet("variables");
        IReadOnlyList<VariableFact> facts = [.. named.Distinct().Select(variable => Fact(subject, variable.Service, variable.Name, sheet))];
        sheet.Write();
        return facts;
    }

    // Settings of frameworks are read in any case from the environment, with two underscores between the levels.
    private static VariableFact Fact(CaptureSubject subject, string service, string name, EvidenceSheet sheet)
    {
        var definition = subject.Definition.Services.First(one => one.Name == service);
        var variable = name.Replace(":", "__", StringComparison.Ordinal).Replace(".", "_", StringComparison.Ordinal);
        var declared = Declared(definition.Host).FirstOrDefault(one => one.Key.Equals(variable, StringComparison.OrdinalIgnoreCase));
        var inherited =
            definition.Host is ProcessHostDefinition
                ? Environment.GetEnvironmentVariable(variable) ?? Environment.GetEnvironmentVariable(variable.ToUpperInvariant())
                : null;
        var isSet = !string.IsNullOrEmpty(declared.Key is null ? inherited : declared.Value);
        var where = declared.Key is not null
            ? $"{subject.File}:{definition.Line} declares it {(isSet ? "with a value" : "with an empty value")}"
            : $"{subject.File}:{definition.Line} declares no such variable for it"
                + (
                    definition.Host is not ProcessHostDefinition ? ""
                    : inherited is null ? ", and the environment of this run has none"
                    : $", and it inherits {(isSet ? "a value" : "an empty value")} from this run"
                );
        return new(service, name, isSet, sheet.Add($"{variable} for service {service}: {where}"));
    }

    private static IReadOnlyDictionary<string, string> Declared(HostDefinition host) =>
        host switch
        {
            ProcessHostDefinition process => process.Environment,
            ContainerHostDefinition container => container.Environment,
            _ => new Dictionary<string, string>(),
        };
}
