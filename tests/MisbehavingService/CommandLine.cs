namespace MisbehavingService;

internal static class CommandLine
{
    public static IEnumerable<string[]> Split(string[] words)
    {
        List<string> command = [];
        foreach (var word in words.Append("+"))
        {
            if (word != "+")
            {
                command.Add(word);
                continue;
            }
            yield return [.. command];
            command.Clear();
        }
    }
}
