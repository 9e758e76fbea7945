using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>How a process ended; its output up to then is in its log.</summary>
internal sealed record ExitReport(string Name, LeasedExit Exit)
{
    public static ExitReport Read(JsonElement json) => new(json.Text("name"), LeaseText.ReadExit(json));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        LeaseText.Write(json, Exit);
    }
}
