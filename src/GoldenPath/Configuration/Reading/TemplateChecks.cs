namespace GoldenPath.Configuration.Reading;

/// <summary>Checks every placeholder of the file against what it can stand for.</summary>
/// <param name="definition">What was read.</param>
internal sealed class TemplateChecks(PipelineDefinition definition)
{
    private static readonly string[] Words = ["port", "run", "results", "build", "nonce", "token", "user", "run_id", "thread_id"];

    public void Check(IEnumerable<Template> templates)
    {
        foreach (var template in templates)
        {
            foreach (var placeholder in Placeholders.In(template.Text))
                Check(template, placeholder);
        }
    }

    private void Check(Template template, Placeholder placeholder)
    {
        var (word, argument) = (placeholder.Word, placeholder.Argument);
        if (!template.Scope.Words.Contains(word))
            Misplaced(template, placeholder);
        else if (word == "build")
            CheckProject(template, placeholder);
        else if (word == "port")
            CheckPort(template, placeholder);
        else if (argument is not null)
            template.Source.Problem($"{placeholder}: {{{word}}} takes no argument", $"Write {{{word}}}");
    }

    private static void Misplaced(Template template, Placeholder placeholder)
    {
        var known = string.Join(", ", template.Scope.Words.SelectMany(Forms));
        template.Source.Problem(
            Words.Contains(placeholder.Word) ? $"{placeholder} has no meaning here" : $"unknown placeholder {placeholder}",
            $"Known here: {known}; a literal is written {{{placeholder}}}"
        );
    }

    private static string[] Forms(string word) =>
        word switch
        {
            "port" => ["{port}", "{port:NAME}"],
            "build" => ["{build:PROJECT}"],
            _ => [$"{{{word}}}"],
        };

    private static void CheckProject(Template template, Placeholder placeholder)
    {
        if (string.IsNullOrWhiteSpace(placeholder.Argument))
            template.Source.Problem("{build} names no project", "Write {build:path/of/project}");
        else if (ProjectFile.Find(template.Source.Session.Directory, placeholder.Argument, out var problem) is null)
            template.Source.Problem($"{placeholder}: {problem}");
    }

    private void CheckPort(Template template, Placeholder placeholder)
    {
        var name = placeholder.Argument ?? template.Scope.Service;
        var service = name is null ? definition.Primary : definition.Services.FirstOrDefault(service => service.Name == name);
        var withPort = definition.Services.Where(service => service.Port is not null).Select(service => service.Name).ToList();
        if (service is null && name is null)
            template.Source.Problem($"{placeholder}: no service has a port", "Add port: N to a service");
        else if (service is null)
            template.Source.Problem($"{placeholder}: '{name}' is no service", Suggestion.For(name!, withPort));
        else if (service.Port is null)
            template.Source.Problem(
                $"{placeholder}: service '{service.Name}' has no port",
                "Add port: N to it, or name another one: {port:NAME}"
            );
    }
}
