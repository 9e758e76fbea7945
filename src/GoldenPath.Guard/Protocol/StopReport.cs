using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>What a stop left behind: nothing, where all went well.</summary>
/// <param name="Name">The service that was stopped; <c>null</c> where it was everything.</param>
/// <param name="Leftovers">What is still there, one line each.</param>
internal sealed record StopReport(string? Name, IReadOnlyList<string> Leftovers)
{
    public static StopReport Read(JsonElement json) => new(json.TextOrNull("name"), json.Strings("leftovers"));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteStrings("leftovers", Leftovers);
    }
}
