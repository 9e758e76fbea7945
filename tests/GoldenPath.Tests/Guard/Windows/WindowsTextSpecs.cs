using System.Net;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Tests.Guard.Windows;

[Trait(Speed.Name, Speed.Quick)]
public sealed class WindowsTextSpecs
{
    [Spec]
    public Task An_environment_is_sorted_in_any_case_and_ended_twice()
    {
        var block = EnvironmentBlock.Of(
            new Dictionary<string, string>
            {
                ["b"] = "2",
                ["A"] = "ü",
                ["_"] = "",
                ["C"] = "x=y",
            }
        );

        Assert.Equal("A=ü\0b=2\0C=x=y\0_=\0\0", block);
        Assert.Equal("\0\0", EnvironmentBlock.Of([]));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_row_of_the_table_for_ipv4_is_read()
    {
        // Two rows: count; state, address, port in the order of the network, remote address, remote port, pid.
        var table = Convert.FromHexString(
            "02000000"
                + "02000000"
                + "7F000001"
                + "1F420000"
                + "00000000"
                + "00000000"
                + "D2040000" // 127.0.0.1:8002, pid 1234
                + "05000000"
                + "0A000002"
                + "1F420000"
                + "0A000003"
                + "C3500000"
                + "01000100"
        );

        var rows = TcpRow.Of4(table).ToList();

        Assert.Equal(new TcpRow(new(IPAddress.Loopback, 8002), new(IPAddress.Any, 0), 1234), rows[0]);
        Assert.Equal(new TcpRow(IPEndPoint.Parse("10.0.0.2:8002"), IPEndPoint.Parse("10.0.0.3:50000"), 65537), rows[1]);
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_row_of_the_table_for_ipv6_is_read_with_its_interface()
    {
        var table = Convert.FromHexString(
            "01000000"
                + "FE800000000000000000000000000001"
                + "05000000"
                + "1F420000"
                + "00000000000000000000000000000000"
                + "00000000"
                + "00000000"
                + "02000000"
                + "D2040000"
        );

        var row = Assert.Single(TcpRow.Of6(table));

        Assert.Equal(IPEndPoint.Parse("[fe80::1%5]:8002"), row.Local);
        Assert.Equal(1234, row.Pid);
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData(unchecked((int)0xC0000005), "access violation")]
    [InlineData(unchecked((int)0xE0434352), "an unhandled .NET exception")]
    [InlineData(3, null)]
    public Task A_code_of_the_system_has_a_name(int code, string? name)
    {
        Assert.Equal(name, ExitStatus.Name(code));
        return Task.CompletedTask;
    }
}
