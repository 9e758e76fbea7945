using GoldenPath.Reporting.Pages.Picture;

namespace GoldenPath.Tests.Reporting.Pages.Picture;

[Trait(Speed.Name, Speed.Quick)]
public sealed class TimeAxisSpecs
{
    [Spec]
    public Task Later_is_further_right_and_everything_is_on_the_picture()
    {
        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 500))
        {
            var extent = Math.Pow(10, random.NextDouble() * 6);
            var bounds = Enumerable.Range(0, random.Next(12)).Select(_ => (random.NextDouble() * 1.2 * extent) - (extent * 0.1)).ToList();
            var axis = new TimeAxis(extent, bounds, bounds.Count > 1 ? [(bounds.Min(), bounds.Max())] : []);
            var places = Enumerable.Range(-2, 105).Select(percent => axis.At(percent * extent / 100)).ToList();

            Assert.Equal(places.Order(), places);
            Assert.Equal((1, 99), (places[0], Math.Round(places[^1], 6)));
        }

        return Task.CompletedTask;
    }

    [Spec]
    public Task A_run_of_no_time_has_an_axis()
    {
        var axis = new TimeAxis(0, [], []);

        Assert.Equal((1, 99), (axis.At(0), axis.At(1)));
        Assert.Equal("0 s", Tick.On(axis)[0].Text);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Short_bursts_have_room_beside_long_waits()
    {
        List<double> moments = [60_000, 60_005, 60_010, 60_020, 75_000];
        var burst = CloseUps.Of(moments).Single();
        var axis = new TimeAxis(76_000, [59_000], [burst]);

        Assert.Equal((59_999.2, 60_020.8), (Math.Round(burst.From, 1), Math.Round(burst.To, 1)));
        Assert.InRange(axis.At(60_020) - axis.At(60_000), 20, 60);
        return Task.CompletedTask;
    }

    [Spec]
    public Task Times_on_the_axis_are_true_and_do_not_overlap()
    {
        var axis = new TimeAxis(12_345, [1_000, 1_040, 9_000], [(1_000, 1_040)]);
        var ticks = Tick.On(axis);

        Assert.InRange(ticks.Count, 5, 12);
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.InRange(pair.Second.At - pair.First.At, 8.5, 60));
        Assert.All(
            ticks.Skip(1),
            tick => Assert.Equal(axis.At(double.Parse(tick.Text, System.Globalization.CultureInfo.InvariantCulture) * 1000), tick.At, 0.5)
        );
        return Task.CompletedTask;
    }
}
