using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

public abstract class ConfigurationEntity
{
    public abstract void Write(CustomFileWriter writer);
}
