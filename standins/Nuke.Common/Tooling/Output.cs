namespace Nuke.Common.Tooling;

public struct Output
{
    public OutputType Type;
    public string Text;
}
