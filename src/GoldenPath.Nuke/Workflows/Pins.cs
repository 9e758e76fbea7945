namespace GoldenPath.Nuke.Workflows;

/// <summary>The actions that generated workflows use, each by its commit; Renovate keeps them, here and in the workflows at once.</summary>
internal static class Pins
{
    public const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
    public const string Cache = "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";
    public const string Upload = "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1";
    public const string Download = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1";
}
