using System.Text;
using System.Text.RegularExpressions;
using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tests.Configuration.Reading;

/// <summary>What can be wrong with a file before its keys matter.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class SourceFileSpecs
{
    private const string Valid = """
        services: { backend: { process: { command: [server] }, port: 8002 } }
        scenarios: { golden-path: { connect: { url: "ws://localhost:{port}/ws" } } }

        """;

    [Spec]
    public async Task A_missing_file_is_named_with_the_folder_and_an_example_that_works()
    {
        using var folder = new ConfigurationFolder();
        var exception = await Assert.ThrowsAsync<ConfigurationException>(() =>
            Task.Run(() => PipelineDefinitionReader.Read("missing.yml", _ => null, folder.Path))
        );

        var lines = exception.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal($"missing.yml: not found in {folder.Path}. Create it, or name another one: --config PATH", lines[0]);
        var example = string.Join('\n', lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line[2..]));
        Assert.Equal("golden-path", (await folder.ReadAsync(example)).Scenarios.Single().Name);
    }

    [Spec]
    public async Task A_file_is_named_relative_to_the_working_directory_or_in_full()
    {
        using var folder = new ConfigurationFolder();
        string Said(string path, string from) =>
            Assert.Throws<ConfigurationException>(() => PipelineDefinitionReader.Read(path, _ => null, from)).Problems.Single().File;

        Assert.Equal("sub/a.yml", await Task.Run(() => Said("./sub/a.yml", folder.Path)));
        Assert.Equal("sub/a.yml", await Task.Run(() => Said(Path.Combine(folder.Path, "sub/a.yml"), folder.Path)));
        Assert.Equal(Path.Combine(folder.Path, "a.yml"), await Task.Run(() => Said("../a.yml", Path.Combine(folder.Path, "sub"))));
    }

    [Spec]
    public async Task A_folder_is_no_file()
    {
        using var folder = new ConfigurationFolder();
        var exception = await Assert.ThrowsAsync<ConfigurationException>(() =>
            Task.Run(() => PipelineDefinitionReader.Read("sub", _ => null, folder.Path))
        );

        Assert.Equal("sub: this is a folder, not a file. Name the file: --config PATH", exception.ToString());
    }

    [Spec]
    public async Task A_byte_order_mark_and_windows_line_ends_are_fine()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Valid.ReplaceLineEndings("\r\n"))]);

        Assert.Equal("backend", definition.Services.Single().Name);
    }

    [Spec]
    public async Task Lines_are_counted_with_windows_line_ends()
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(
            "goldenpath.yml:3: unknown key 'x'. Known here: name, services, scenarios, smoke, issues",
            await folder.ProblemsOfAsync($"{Valid}x: 1\n".ReplaceLineEndings("\r\n"))
        );
    }

    [Spec]
    public async Task Bytes_that_are_no_utf8_are_named_with_their_line()
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(
            "goldenpath.yml:3: byte 0xE4 is not UTF-8. Save the file as UTF-8",
            await folder.ProblemsOfAsync([.. Encoding.UTF8.GetBytes(Valid), .. Encoding.Latin1.GetBytes("name: ä\n")])
        );
        Assert.Equal(
            "goldenpath.yml:1: the file is UTF-16. Save it as UTF-8",
            await folder.ProblemsOfAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Valid)])
        );
    }

    [TableSpec]
    [InlineData('\0')]
    [InlineData('\u0001')]
    [InlineData('\u001B')]
    public async Task A_control_character_does_not_cut_the_file_short(char character)
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(
            $"goldenpath.yml:3: control character U+{(int)character:X4} is no YAML. Remove it, or write it as an escape in double quotes",
            await folder.ProblemsOfAsync($"{Valid}name: {character}\n")
        );
    }

    [Spec]
    public async Task Ten_megabytes_are_refused_unread()
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(
            "goldenpath.yml: the file has 10.0 MiB; a pipeline's has at most 1 MiB. Is this the right file?",
            await folder.ProblemsOfAsync(new byte[10 * 1024 * 1024])
        );
    }

    [Spec]
    public async Task Aliases_that_explode_are_refused_in_no_time()
    {
        using var folder = new ConfigurationFolder();
        var bomb = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
            bomb.Append($"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]\n");

        Assert.Equal(
            "goldenpath.yml:5: the file, with its aliases expanded, has more than 20,000 values. Repeat less",
            await folder.ProblemsOfAsync(bomb.ToString())
        );
    }

    [TableSpec]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public async Task Endless_nesting_is_refused(string open)
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(
            "goldenpath.yml:1: nested deeper than 64 levels",
            await folder.ProblemsOfAsync(string.Concat(Enumerable.Repeat(open, 1024 * 1024 / open.Length)))
        );
    }

    [Spec]
    public async Task Aliases_and_merge_keys_work()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            """
            services:
              one: &base { process: &server { command: [server, a] }, port: 1, ready: { http: /one } }
              two: { <<: *base, port: 2 }
              three: { process: *server, port: 3, <<: [{ ready: { http: /three } }, *base] }
            scenarios: { s: { connect: { url: "ws://localhost:{port}/" } } }
            """
        );

        Assert.Equal([1, 2, 3], definition.Services.Select(service => service.Port!.Value));
        Assert.Equal(["/one", "/one", "/three"], definition.Services.Select(service => service.Ready.Http));
        Assert.All(definition.Services, service => Assert.Equal(["server", "a"], ((ProcessHostDefinition)service.Host).Command));
    }

    [Spec]
    public async Task Whatever_the_bytes_there_is_a_definition_or_a_worded_error()
    {
        using var folder = new ConfigurationFolder();
        var text = await File.ReadAllTextAsync(Repository.File("goldenpath.yml"));
        var original = Encoding.UTF8.GetBytes(Regex.Replace(text, @"\{build:[^}]+\}", "{build:src/Server}"));
        await folder.ReadAsync(original);
        var random = new Random(20261122);
        var errors = 0;
        for (var round = 0; round < 2_000; round++)
        {
            try
            {
                await folder.ReadAsync(Mutated(original, random));
            }
            catch (ConfigurationException exception)
            {
                errors++;
                Assert.All(exception.Problems, problem => Assert.Matches(@"^goldenpath\.yml(:[0-9]+)?: \S[^\n]*$", problem.ToString()));
            }
        }
        Assert.InRange(errors, 1_000, 1_999);
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var edit = random.Next(1, 6); edit > 0; edit--)
        {
            var at = random.Next(bytes.Count - 40);
            var edits = new Action[]
            {
                () => bytes.RemoveRange(at, random.Next(1, 30)),
                () => bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - 30), random.Next(1, 30))),
                () => bytes[at] = (byte)random.Next(256),
                () => bytes.Insert(at, (byte)"{}[]:&*!|>'\"%@`#,-?\t\n$"[random.Next(22)]),
            };
            edits[random.Next(edits.Length)]();
        }
        return [.. bytes];
    }
}
