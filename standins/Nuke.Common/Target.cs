namespace Nuke.Common;

/// <summary>Defines a target of a build by calls on the definition it is given.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
