using System.Text.Json;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Protocol;

/// <summary>The owner's first message: who it is, and what the guard must know before anything is started.</summary>
/// <param name="Lease">The lease, still without services; the guard enters itself.</param>
/// <param name="LeaseDirectory">The full path of the folder of leases.</param>
/// <param name="Secrets">The literal secrets to hide in output.</param>
/// <param name="Home">The home folder to shorten in output.</param>
internal sealed record Introduction(Lease Lease, string LeaseDirectory, IReadOnlyCollection<string> Secrets, string? Home)
{
    public static Introduction Read(JsonElement json) =>
        new(LeaseText.Read(json.GetProperty("lease")), json.Text("leaseDirectory"), json.Strings("secrets"), json.TextOrNull("home"));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteObject("lease", written => LeaseText.Write(written, Lease));
        json.WriteString("leaseDirectory", LeaseDirectory);
        json.WriteStrings("secrets", Secrets);
        json.WriteString("home", Home);
    }
}
