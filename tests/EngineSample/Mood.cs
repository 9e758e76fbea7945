namespace EngineSample;

internal enum Mood
{
    Calm,
    Cheerful,
}
