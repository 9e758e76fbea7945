using AgentBackend;
using AgentBackend.Misbehaving;
using AgentBackend.Sessions;
using AgentBackend.Settings;

if (args.Any(word => word is "--help" or "-h" or "-?" or "help"))
{
    await Console.Out.WriteAsync(HelpText.Whole);
    return 0;
}

if (args is ["--misbehaviours"])
{
    await Console.Out.WriteAsync(Misbehaviours.Describe());
    return 0;
}

try
{
    await AgentService.RunAsync(AgentSettings.Read(Environment.GetEnvironmentVariable), args);
    return 0;
}
catch (SettingsException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
catch (IOException unbound) // Kestrel's word for an address that it cannot listen on.
{
    await Console.Error.WriteLineAsync($"The agent backend cannot listen: {unbound.Message} Set ASPNETCORE_URLS to a free address.");
    return 1;
}
