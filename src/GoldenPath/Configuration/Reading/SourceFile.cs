using System.Text;

namespace GoldenPath.Configuration.Reading;

/// <summary>Loads the text of a configuration file and refuses what no YAML parser should be given.</summary>
internal static class SourceFile
{
    /// <summary>The largest file that is read: 1 MiB, a thousand times what a large pipeline needs.</summary>
    public const int LargestFile = 1024 * 1024;

    private const string MinimalExample = """

        A minimal example:

          services:
            backend:
              process: { command: [python3, server.py] }
              port: 8002
          scenarios:
            golden-path:
              connect: { url: "ws://localhost:{port}/ws" }
              send: { type: user_message, content: "Quote {nonce} in your answer." }

        """;

    /// <exception cref="ConfigurationException">The file is missing, unreadable, too large or no text.</exception>
    public static string Read(string path, ProblemList problems)
    {
        var bytes = Load(path, problems);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw problems.Fatal(1, 1, "the file is UTF-16", "Save it as UTF-8");
        var text = Decode(bytes, problems);
        if (Array.FindIndex(text.ToCharArray(), IsForbidden) is >= 0 and var index)
            throw problems.Fatal(
                LineOf(text, index),
                0,
                $"control character U+{(int)text[index]:X4} is no YAML",
                "Remove it, or write it as an escape in double quotes"
            );
        return text;
    }

    private static byte[] Load(string path, ProblemList problems)
    {
        if (Directory.Exists(path))
            throw problems.Fatal(0, 0, "this is a folder, not a file", "Name the file: --config PATH");
        if (!File.Exists(path))
            throw problems.Fatal(
                0,
                0,
                $"not found in {Path.GetDirectoryName(path)}",
                "Create it, or name another one: --config PATH" + MinimalExample
            );
        try
        {
            if (new FileInfo(path).Length is > LargestFile and var length)
                throw problems.Fatal(
                    0,
                    0,
                    $"the file has {length / (1024.0 * 1024):0.0} MiB; a pipeline's has at most 1 MiB",
                    "Is this the right file?"
                );
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw problems.Fatal(0, 0, $"cannot be read: {exception.Message}");
        }
    }

    private static string Decode(byte[] bytes, ProblemList problems)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + bytes.AsSpan(0, exception.Index).Count((byte)'\n');
            throw problems.Fatal(line, 0, $"byte 0x{exception.BytesUnknown![0]:X2} is not UTF-8", "Save the file as UTF-8");
        }
    }

    private static bool IsForbidden(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085');

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');
}
