#nullable enable
using System.Reflection;

namespace Nuke.Common.Execution;

internal static class ExceptionExtensions
{
    /// <summary>The exception that somebody threw, without the wrappers that reflection and tasks put around it.</summary>
    public static Exception Unwrap(this Exception exception) =>
        exception switch
        {
            TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
            TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
            AggregateException several => several.Flatten(),
            _ => exception,
        };
}
