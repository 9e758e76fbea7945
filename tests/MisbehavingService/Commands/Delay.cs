using System.Globalization;

namespace MisbehavingService.Commands;

/// <summary>delay MILLISECONDS: the commands behind it come late.</summary>
internal static class Delay
{
    public static Task RunAsync(string[] arguments) =>
        Task.Delay(TimeSpan.FromMilliseconds(int.Parse(arguments[0], CultureInfo.InvariantCulture)), TimeProvider.System);
}
