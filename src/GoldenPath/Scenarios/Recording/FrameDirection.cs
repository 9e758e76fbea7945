namespace GoldenPath.Scenarios.Recording;

/// <summary>Which way a frame went.</summary>
internal enum FrameDirection
{
    /// <summary>From the server.</summary>
    In,

    /// <summary>To the server.</summary>
    Out,
}
