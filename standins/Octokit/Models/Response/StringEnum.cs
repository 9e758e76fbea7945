using System.Text.Json;

namespace Octokit;

public struct StringEnum<TEnum> : IEquatable<StringEnum<TEnum>>
    where TEnum : struct
{
    public StringEnum(string stringValue) => StringValue = stringValue;

    public string StringValue { get; }

#pragma warning disable CA1065 // The original throws this.
    public TEnum Value => TryParse(out var value)
        ? value
        : throw new ArgumentException($"Value '{StringValue}' is not a valid '{typeof(TEnum).Name}' enum value.");
#pragma warning restore CA1065

    public static bool operator ==(StringEnum<TEnum> left, StringEnum<TEnum> right) => left.Equals(right);

    public static bool operator !=(StringEnum<TEnum> left, StringEnum<TEnum> right) => !left.Equals(right);

    public bool TryParse(out TEnum value)
    {
        foreach (var known in Enum.GetValuesAsUnderlyingType(typeof(TEnum)))
        {
            value = (TEnum)Enum.ToObject(typeof(TEnum), known);
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Equals(StringValue, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        value = default;
        return false;
    }

    public bool Equals(StringEnum<TEnum> other) => string.Equals(StringValue, other.StringValue, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is StringEnum<TEnum> other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(StringValue ?? "");

    public override string ToString() => StringValue;
}
