using System.Reflection;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.ValueInjection;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; }

    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>A bad value is a warning, not a failure: the member keeps its default.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
#pragma warning disable CA1031 // Whatever an attribute throws means that it has no value.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", $"{member.DeclaringType?.Name}.{member.Name}");
            return null;
        }
    }
}
