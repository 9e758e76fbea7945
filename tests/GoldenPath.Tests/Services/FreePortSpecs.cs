using System.Net;
using GoldenPath.Services;
using GoldenPath.Tests.Readiness;

namespace GoldenPath.Tests.Services;

public sealed class FreePortSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("free-port-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reserved_ports_are_free_and_different()
    {
        var reservations = Enumerable.Range(0, 50).Select(_ => FreePort.Reserve(_folder.FullName)).ToList();

        Assert.Equal(50, reservations.Select(reservation => reservation.Port).Distinct().Count());
        Assert.All(reservations, reservation => Listening.On(IPAddress.IPv6Any, reservation.Port, dualStack: true).Dispose());
        reservations.ForEach(reservation => reservation.Dispose());
    }

    [Fact]
    public void A_port_that_another_run_has_reserved_is_not_given_away_until_it_lets_go()
    {
        using var first = FreePort.Reserve(_folder.FullName);
        Assert.Null(FreePort.TryReserve(_folder.FullName, first.Port));

        first.Dispose();

        using var second = FreePort.TryReserve(_folder.FullName, first.Port);
        Assert.NotNull(second);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    public void A_port_that_somebody_listens_on_at_any_address_is_not_given_away(string address)
    {
        using var socket = Listening.On(IPAddress.Parse(address));

        Assert.Null(FreePort.TryReserve(_folder.FullName, socket.Port()));
    }

    [Fact]
    public void A_reservation_leaves_nothing_on_disk()
    {
        FreePort.Reserve(_folder.FullName).Dispose();

        Assert.Empty(_folder.EnumerateFiles());
    }
}
