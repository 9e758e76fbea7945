namespace GoldenPath.Diagnosis.Logs;

/// <summary>What a line of a log tells of.</summary>
internal enum LogMarkKind
{
    /// <summary>An address that the program wanted to listen on is taken.</summary>
    AddressInUse,

    /// <summary>A variable or setting has no value.</summary>
    MissingVariable,

    /// <summary>Nobody listens where the program wanted to connect to.</summary>
    Refused,

    /// <summary>The name of a host is not known.</summary>
    UnknownHost,

    /// <summary>The disk takes no more.</summary>
    DiskFull,

    /// <summary>Memory ran out.</summary>
    OutOfMemory,

    /// <summary>Some other error.</summary>
    Error,

    /// <summary>Something works, or works again.</summary>
    Recovery,
}
