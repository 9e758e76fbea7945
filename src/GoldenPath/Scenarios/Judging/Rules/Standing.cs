namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>Where an event stands to the run that is judged.</summary>
internal enum Standing
{
    /// <summary>Noise, from before the trigger, replayed after a reconnect, or of another run.</summary>
    Outside,

    /// <summary>It belongs to the run.</summary>
    OfRun,

    /// <summary>It belongs to the run and is its end.</summary>
    End,

    /// <summary>It belongs to the run, which had already ended.</summary>
    AfterEnd,
}
