namespace Nuke.Common.Utilities;

public static class ObjectExtensions
{
    public static T When<T>(this T input, bool condition, Func<T, T> transform) => condition ? transform(input) : input;
}
