using System.Reflection;

namespace Nuke.Common.Tooling;

public static class EnumerationExtensions
{
    /// <summary>The word that a format uses for the value.</summary>
    public static string GetValue<T>(this T value)
        where T : Enum => typeof(T).GetField(value.ToString())?.GetCustomAttribute<EnumValueAttribute>()?.Value ?? value.ToString();
}
