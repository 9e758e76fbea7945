namespace GoldenPath.Triage;

/// <summary>What a delivery tells a tracker.</summary>
internal enum DeliveryKind
{
    /// <summary>An incident happened.</summary>
    Failure,

    /// <summary>A run passed, which may mean that incidents are over.</summary>
    Recovery,
}
