using Nuke.Common;

namespace GoldenPath.Nuke;

/// <summary>The targets that a build has from this package.</summary>
internal static class OwnTargets
{
    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Of(Type build) =>
        build
            .GetInterfaces()
            .Where(component => component.Assembly == typeof(OwnTargets).Assembly)
            .SelectMany(component => component.GetProperties())
            .Where(property => property.PropertyType == typeof(Target))
            .Select(property => property.Name)
            .ToHashSet();
}
