#nullable enable

namespace Nuke.Common.Logging;

internal enum PaletteColor
{
    Success,
    Secondary,
    Verbose,
    Debug,
    Information,
    Warning,
    Error,
    Fatal,
}
