using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

public static class Assert
{
    [DoesNotReturn]
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string message = null,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null
    )
    {
        if (!condition)
            throw new ArgumentException(message ?? $"Expected to be true: {argumentExpression}");
    }

    public static T NotNull<T>(this T obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : class => obj ?? throw new ArgumentException(message ?? $"Expected to be not null: {argumentExpression}");

    public static void FileExists(
        string path,
        string message = null,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null
    ) => True(File.Exists(path), message ?? $"File not found: {path} ({argumentExpression})");
}
