namespace GoldenPath.Tests;

/// <summary>The trait of specs that take milliseconds: they start no process and open no socket, which <see cref="QuickGuard"/> sees to.</summary>
internal static class Speed
{
    public const string Name = "Speed";

    public const string Quick = "quick";
}
