using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentBackend.Envelopes;
using AgentBackend.Misbehaving;
using AgentBackend.Settings;

namespace AgentBackend.Sessions;

/// <summary>What the environment decides. Where the service listens is Kestrel's own <c>ASPNETCORE_URLS</c>.</summary>
internal sealed record AgentSettings
{
    private const int ShortestKey = 32;

    /// <summary>The key that signs tokens (<c>AGENT_SIGNING_KEY</c>, 32 bytes of UTF-8 or more). Default: random for each process.</summary>
    public required byte[] SigningKey { get; init; }

    /// <summary>The time between two heartbeats on a connection (<c>AGENT_HEARTBEAT</c>, seconds). Default: 15 s.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The wire form of the events (<c>AGENT_ENVELOPE</c>). Default: <c>flat</c>.</summary>
    public Envelope Envelope { get; init; } = WireForms.Default;

    /// <summary>What it does wrong on purpose (<c>AGENT_MISBEHAVIOUR</c>). Default: nothing.</summary>
    public Misbehaviours Misbehaviours { get; init; } = Misbehaviours.None;

    /// <summary>How long slow misbehaviours take (<c>AGENT_DELAY</c>, seconds); <c>null</c>: what each says itself.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One of them cannot be used.</exception>
    public static AgentSettings Read(Func<string, string?> variable) =>
        new()
        {
            SigningKey = ReadKey(variable("AGENT_SIGNING_KEY")),
            Heartbeat = ReadSeconds(variable, "AGENT_HEARTBEAT") ?? TimeSpan.FromSeconds(15),
            Envelope = WireForms.Parse(variable("AGENT_ENVELOPE")),
            Misbehaviours = Misbehaviours.Parse(variable("AGENT_MISBEHAVIOUR"), variable("ASPNETCORE_ENVIRONMENT")),
            Delay = ReadSeconds(variable, "AGENT_DELAY"),
        };

    private static byte[] ReadKey(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return RandomNumberGenerator.GetBytes(ShortestKey);
        }

        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= ShortestKey
            ? key
            : throw new SettingsException(
                $"AGENT_SIGNING_KEY has {key.Length} bytes, and HS256 needs {ShortestKey} or more. Set a longer one, or unset it for a random key."
            );
    }

    private static TimeSpan? ReadSeconds(Func<string, string?> variable, string name)
    {
        var text = variable(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingsException($"{name} is '{text}', and must be seconds between 0.001 and 86400, such as 15 or 0.5.");
    }
}
