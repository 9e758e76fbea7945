using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;

namespace GoldenPath.Nuke.CommandLine;

/// <summary>The targets and options that a build knows, read from its type alone: no build is made, and nothing of the engine runs.</summary>
internal sealed class BuildVocabulary
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    // What Nuke looks up by name alone.
    private static readonly KnownOption[] Unlisted =
    [
        new("--generate-configuration", typeof(string)),
        new("--shell-completion", typeof(bool)),
        new("--strict", typeof(bool)),
        new("--visual-studio-debug", typeof(bool)),
    ];

    // Words that Nuke does not take apart.
    private static readonly string[] Names = ["GitHub", "GitLab", "GitVersion", "DotNet", "NuGet", "MSBuild", "ReSharper"];

    /// <summary>Reads them.</summary>
    /// <param name="build">The class of the build.</param>
    public BuildVocabulary(Type build)
    {
        var classes = new List<Type>();
        for (var type = build; type is not null; type = type.BaseType)
        {
            classes.Add(type);
        }

        var members = classes.Concat(build.GetInterfaces()).SelectMany(type => type.GetMembers(Declared)).ToList();
        Targets = [.. members.OfType<PropertyInfo>().Where(IsTarget).Select(Word).Distinct()];
        Options = [.. members.Where(member => member.IsDefined(typeof(ValueInjectionAttributeBase))).Select(Option), .. Unlisted];
    }

    /// <summary>The names of the targets.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>The options.</summary>
    public IReadOnlyList<KnownOption> Options { get; }

    /// <summary>The option that is meant; <c>null</c> where there is none of that name.</summary>
    public KnownOption? Find(GivenOption given) => Options.FirstOrDefault(known => given.Is(known.Name));

    /// <summary>Whether the engine would take a word for a target.</summary>
    public bool IsTarget(string word) =>
        Targets.Any(target => string.Equals(target, GivenOption.Plain(word), StringComparison.OrdinalIgnoreCase));

    // Setup and Cleanup are kinds of targets that builds of this library seldom have.
    private static bool IsTarget(PropertyInfo property) =>
        property.PropertyType.Namespace == typeof(Target).Namespace && property.PropertyType.Name is "Target" or "Setup" or "Cleanup";

    private static KnownOption Option(MemberInfo member)
    {
        var parameter = member.GetCustomAttribute<ParameterAttribute>();
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        return new(Dashed(Prefix(member) + (parameter?.Name ?? Word(member))), type)
        {
            Description = parameter?.Description,
            IsSecret = member.IsDefined(typeof(SecretAttribute)),
        };
    }

    private static string Prefix(MemberInfo member) =>
        member
            .DeclaringType!.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "ParameterPrefixAttribute")
            ?.ConstructorArguments[0]
            .Value as string
        ?? "";

    // An explicit implementation is called by the last part of its name.
    private static string Word(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    private static string Dashed(string name)
    {
        var whole = Names.Aggregate(
            name,
            (text, word) => text.Replace(word, word[0] + word[1..].ToLowerInvariant(), StringComparison.Ordinal)
        );
        var letters = whole.Select(
            (letter, index) => index > 0 && char.IsUpper(letter) && !char.IsUpper(whole[index - 1]) ? $"-{letter}" : $"{letter}"
        );
        return "--" + string.Concat(letters).ToLowerInvariant();
    }
}
