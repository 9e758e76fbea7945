using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Tests.Pipeline;

public sealed class DoctorSpecs
{
    [Spec]
    public async Task What_is_in_order_is_said_and_nothing_starts()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("Doctor")).Exits(0).Says("1 services").Says("MiB are free").SaysNothingOf("started (pid");
    }

    [Spec]
    public async Task A_taken_port_is_a_problem_with_its_holder()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        using var folder = new PipelineFolder(Configurations.Backend(port: $"{((IPEndPoint)holder.LocalEndpoint).Port}"));

        (await folder.RunAsync("Doctor")).Exits(2).Says($"{Environment.ProcessId}").SaysNothingOf("   at ");
    }

    [Spec]
    public async Task Kept_services_are_named_with_what_ends_them()
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("StartServices")).Exits(0);
        (await folder.RunAsync("Doctor")).Exits(0).Says("kept on purpose");
        (await folder.RunAsync("Teardown")).Exits(0);
    }
}
