namespace Nuke.Common;

/// <summary>Leaves out parts of what the engine prints of itself; without any named, all of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs) : Attribute
{
    public DefaultOutput[] DisabledOutputs { get; } = disabledOutputs.Length > 0 ? disabledOutputs : Enum.GetValues<DefaultOutput>();

    public virtual bool IsApplicable(INukeBuild build) => true;
}
