using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>Reads fields that may be missing, or be something else than was expected.</summary>
internal static class JsonFields
{
    extension(JsonElement parent)
    {
        /// <summary>A text; <c>null</c> where the field holds none.</summary>
        public string? Text(string name)
        {
            try
            {
                return parent.Field(name) is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                return null; // Half a surrogate pair, which is refused only when it is read.
            }
        }

        /// <summary>A number; <c>null</c> where the field holds none.</summary>
        public double? Number(string name) =>
            parent.Field(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetDouble(out var number) && double.IsFinite(number)
                ? number
                : null;

        /// <summary>A whole number; <c>null</c> where the field holds none.</summary>
        public int? Whole(string name) =>
            parent.Field(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out var number) ? number : null;

        /// <summary>Whether a field holds <c>true</c>.</summary>
        public bool Holds(string name) => parent.Field(name) is { ValueKind: JsonValueKind.True };

        /// <summary>The objects of an array; none where the field holds no array.</summary>
        public IEnumerable<JsonElement> Items(string name) =>
            parent.Field(name) is { ValueKind: JsonValueKind.Array } field
                ? field.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
                : [];

        /// <summary>An object; <c>null</c> where the field holds none.</summary>
        public JsonElement? Inner(string name) => parent.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : null;

        private JsonElement? Field(string name) =>
            parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field) ? field : null;
    }
}
