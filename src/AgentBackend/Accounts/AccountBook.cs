using System.Security.Cryptography;
using System.Text;

namespace AgentBackend.Accounts;

/// <summary>The built-in accounts. Their passwords are public, as this service guards nothing but its own example.</summary>
internal static class AccountBook
{
    private static readonly IReadOnlyList<string> _permissions = ["agent:run", "agent:read"];

    private static readonly Dictionary<string, (Account Account, byte[] Password)> _accounts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ada@example.com"] = (new("usr_ada_1815", "ada@example.com", _permissions), "analytical-engine"u8.ToArray()),
        ["grace@example.com"] = (new("usr_grace_1906", "grace@example.com", _permissions), "nanoseconds"u8.ToArray()),
        ["alan@example.com"] = (new("usr_alan_1912", "alan@example.com", _permissions), "universal-machine"u8.ToArray()),
        ["katherine@example.com"] = (new("usr_katherine_1918", "katherine@example.com", _permissions), "go-no-go"u8.ToArray()),
    };

    /// <summary>The account of the first user, for what needs just anybody.</summary>
    public static Account First => _accounts["ada@example.com"].Account;

    /// <summary>The account that these credentials open; <c>null</c> where they open none.</summary>
    public static Account? Find(string email, string password) =>
        _accounts.TryGetValue(email, out var entry)
        && CryptographicOperations.FixedTimeEquals(entry.Password, Encoding.UTF8.GetBytes(password))
            ? entry.Account
            : null;
}
