using System.Text.Json;

namespace GoldenPath.Guard.Leases;

/// <summary>How a lease is written down.</summary>
internal static class LeaseText
{
    public static void Write(Utf8JsonWriter json, Lease lease)
    {
        json.WriteNumber("schema", lease.Schema);
        json.WriteString("id", lease.Id);
        json.WriteString("runId", lease.RunId);
        json.WriteString("checkout", lease.Checkout);
        json.WriteString("runFolder", lease.RunFolder);
        json.WriteStartObject("machine");
        json.WriteString("machine", lease.Machine.Machine);
        json.WriteString("boot", lease.Machine.Boot);
        json.WriteString("namespace", lease.Machine.Namespace);
        json.WriteEndObject();
        json.WriteProcess("owner", lease.Owner);
        json.WriteProcess("guard", lease.Guard);
        json.WriteBoolean("kept", lease.Kept);
        json.WriteStartArray("services");
        foreach (var service in lease.Services)
        {
            Write(json, service);
        }
        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var resource in lease.Resources)
        {
            json.WriteStartObject();
            Write(json, resource);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, LeasedResource resource)
    {
        json.WriteString("kind", resource.Kind);
        json.WriteString("id", resource.Id);
        json.WriteMap("labels", resource.Labels);
        json.WriteString("service", resource.Service);
        json.WriteNumber("port", resource.Port);
        json.WriteStartObject("engine");
        json.WriteString("address", resource.Engine.Endpoint);
        json.WriteString("certificates", resource.Engine.Certificates);
        json.WriteBoolean("verifiesServer", resource.Engine.VerifiesServer);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LeasedExit exit)
    {
        json.WriteNumber("code", exit.Code);
        json.WriteNumber("signal", exit.Signal);
    }

    public static Lease Read(JsonElement json) =>
        json.Number("schema") is not Lease.CurrentSchema and var schema
            ? throw new JsonException($"its schema is {schema}, this version reads {Lease.CurrentSchema}")
            : new()
            {
                Schema = Lease.CurrentSchema,
                Id = json.Text("id"),
                RunId = json.Text("runId"),
                Checkout = json.Text("checkout"),
                RunFolder = json.Text("runFolder"),
                Machine = ReadMachine(json.GetProperty("machine")),
                Owner = json.Process("owner"),
                Guard = json.Process("guard"),
                Kept = json.GetProperty("kept").GetBoolean(),
                Services = json.List("services", ReadService),
                Resources = json.List("resources", ReadResource),
            };

    public static LeasedResource ReadResource(JsonElement json) =>
        new()
        {
            Kind = json.Text("kind"),
            Id = json.Text("id"),
            Labels = json.Map("labels"),
            Service = json.TextOrNull("service"),
            Port = json.NumberOrNull("port"),
            Engine = ReadEngine(json.GetProperty("engine")),
        };

    public static LeasedExit ReadExit(JsonElement json) => new(json.NumberOrNull("code"), json.NumberOrNull("signal"));

    private static void Write(Utf8JsonWriter json, LeasedService service)
    {
        json.WriteStartObject();
        json.WriteString("name", service.Name);
        json.WriteProcess("process", service.Process);
        json.WriteStrings("needs", service.Needs);
        json.WriteNumber("stopSignal", service.StopSignal);
        json.WriteNumber("graceMs", service.GraceMs);
        json.WriteNumber("port", service.Port);
        json.WriteString("endpoint", service.Endpoint);
        json.WriteString("logFile", service.LogFile);
        if (service.Exit is { } exit)
        {
            json.WriteObject("exit", written => Write(written, exit));
        }
        json.WriteEndObject();
    }

    private static MachineIdentity ReadMachine(JsonElement json) => new(json.Text("machine"), json.Text("boot"), json.Text("namespace"));

    private static EngineAddress ReadEngine(JsonElement json) =>
        new(json.Text("address"), json.TextOrNull("certificates"), json.GetProperty("verifiesServer").GetBoolean());

    private static LeasedService ReadService(JsonElement json) =>
        new()
        {
            Name = json.Text("name"),
            Process = json.Process("process"),
            Needs = json.Strings("needs"),
            StopSignal = json.Number("stopSignal"),
            GraceMs = json.Number("graceMs"),
            Port = json.NumberOrNull("port"),
            Endpoint = json.TextOrNull("endpoint"),
            LogFile = json.Text("logFile"),
            Exit = json.TryGetProperty("exit", out var exit) ? ReadExit(exit) : null,
        };
}
