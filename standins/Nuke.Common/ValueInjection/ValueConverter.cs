#nullable enable
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.ValueInjection;

/// <summary>Turns the words of a parameter into a value of its type.</summary>
internal static class ValueConverter
{
    public static object? Convert(string name, IReadOnlyList<string> values, Type type, bool flag)
    {
        if (type.GetElementType() is { } element)
            return ToArray(name, values, element);
        if (values.Count == 0)
            return Scalar(type) == typeof(bool) ? flag : null;
        Assert.True(values.Count == 1, $"Parameter '{name}' takes one value, but got: {string.Join(", ", values)}");
        return ToScalar(name, values[0], type);
    }

    /// <summary>The type without its array and its <see cref="Nullable"/>.</summary>
    public static Type Scalar(Type type) => Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;

    private static Array ToArray(string name, IReadOnlyList<string> values, Type element)
    {
        var array = Array.CreateInstance(element, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(ToScalar(name, values[i], element), i);
        return array;
    }

    private static object? ToScalar(string name, string value, Type type)
    {
        var scalar = Scalar(type);
        try
        {
            return Parse(value, scalar);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw new ArgumentException($"Value '{value}' of parameter '{name}' could not be converted to '{scalar.Name}'", exception);
        }
    }

    // The usual types by hand: loading the machinery of type converters costs more than the rest of the start.
    private static object? Parse(string value, Type type)
    {
        if (type == typeof(string))
            return value;
        if (type == typeof(bool))
            return bool.Parse(value);
        if (type == typeof(int))
            return int.Parse(value, CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.Parse(type, value, ignoreCase: true);
        if (type.IsAssignableTo(typeof(Enumeration)))
            return ParseEnumeration(value, type);
        return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
    }

    private static object? ParseEnumeration(string value, Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .SingleOrDefault(x => x.Name.Equals(value, StringComparison.OrdinalIgnoreCase))
            ?.GetValue(null)
        ?? throw new FormatException($"{type.Name} has no value '{value}'.");
}
