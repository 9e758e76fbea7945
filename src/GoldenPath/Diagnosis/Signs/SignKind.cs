namespace GoldenPath.Diagnosis.Signs;

/// <summary>What an entry of a log tells of.</summary>
internal enum SignKind
{
    /// <summary>An error that is none of the others.</summary>
    Error,

    /// <summary>Something works, or works again.</summary>
    Recovery,

    /// <summary>An address that the program wanted to listen on is taken.</summary>
    AddressInUse,

    /// <summary>An address that the program may not listen on.</summary>
    AddressNotPermitted,

    /// <summary>An address that the program wanted to listen on is none of this machine's.</summary>
    AddressElsewhere,

    /// <summary>Another instance, its pid or its lock is in the way.</summary>
    AlreadyRunning,

    /// <summary>A module, library or runtime version is missing.</summary>
    ModuleMissing,

    /// <summary>A program is missing, or is none.</summary>
    ProgramMissing,

    /// <summary>A file of the program itself is missing.</summary>
    FileMissing,

    /// <summary>A file or folder that the program wanted to use is missing.</summary>
    PathMissing,

    /// <summary>A file, folder or operation is not permitted.</summary>
    NotPermitted,

    /// <summary>A variable or setting has no value.</summary>
    MissingVariable,

    /// <summary>A variable, setting or argument has a value that does not do.</summary>
    InvalidValue,

    /// <summary>Source code does not compile.</summary>
    DoesNotCompile,

    /// <summary>Nobody listens where the program wanted to connect to.</summary>
    Refused,

    /// <summary>The name of a host is not known.</summary>
    UnknownHost,

    /// <summary>No answer comes from where the program wanted to connect to.</summary>
    NoAnswer,

    /// <summary>What the program connects to does not let it in.</summary>
    LoginRefused,

    /// <summary>A database, table, topic or the like is missing, or a migration is pending.</summary>
    NotPrepared,

    /// <summary>Connections, quota or rate of what it connects to are used up.</summary>
    Exhausted,

    /// <summary>A certificate is not trusted, expired, or another name's.</summary>
    Certificate,

    /// <summary>One side speaks TLS and the other does not.</summary>
    TlsMismatch,

    /// <summary>The disk takes no more.</summary>
    DiskFull,

    /// <summary>Memory ran out.</summary>
    OutOfMemory,

    /// <summary>The process may open no more files.</summary>
    FileDescriptors,

    /// <summary>The user may watch no more files.</summary>
    FileWatches,

    /// <summary>The container engine does not answer.</summary>
    EngineUnreachable,

    /// <summary>The container engine may not be used.</summary>
    EngineNotPermitted,

    /// <summary>An image cannot be had.</summary>
    ImageMissing,

    /// <summary>An image cannot be built.</summary>
    ImageNotBuilt,

    /// <summary>Compose refuses its file.</summary>
    ComposeInvalid,
}
