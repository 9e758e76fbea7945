namespace GoldenPath.Triage;

/// <summary>A delivery from outside is not what a run leaves. Its text says why, without quoting it.</summary>
#pragma warning disable CA1064 // Exceptions should be public: the triage words it, and nobody else sees it
internal sealed class RefusedDeliveryException(string reason) : Exception(reason);
#pragma warning restore CA1064
