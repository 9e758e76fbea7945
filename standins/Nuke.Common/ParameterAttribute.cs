using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Takes a value from the command line, the environment or the parameter files, in this order.</summary>
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    public virtual string Description { get; } = description;

    public string Name { get; set; }

    public string Separator { get; set; }

    public virtual bool List { get; set; } = true;

    public override object GetValue(MemberInfo member, object instance) => ParameterValues.Instance.Find(member);
}
