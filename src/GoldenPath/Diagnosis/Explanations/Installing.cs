using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Says how what is missing is installed: with the manager whose files the service's folder has, or else with that of the language.</summary>
internal static partial class Installing
{
    // The lock file of a manager, how it installs what the repository declares, and how one more is added.
    private static readonly (string File, string All, string One)[] Managers =
    [
        ("pnpm-lock.yaml", "pnpm install", "pnpm add {0}"),
        ("yarn.lock", "yarn install", "yarn add {0}"),
        ("bun.lock", "bun install", "bun add {0}"),
        ("bun.lockb", "bun install", "bun add {0}"),
        ("package-lock.json", "npm ci", "npm install {0}"),
        ("package.json", "npm install", "npm install {0}"),
        ("uv.lock", "uv sync", "uv add {0}"),
        ("poetry.lock", "poetry install", "poetry add {0}"),
        ("Pipfile.lock", "pipenv sync", "pipenv install {0}"),
        ("Pipfile", "pipenv install", "pipenv install {0}"),
        ("requirements.txt", "pip install -r requirements.txt", "pip install {0}"),
        ("pyproject.toml", "pip install .", "pip install {0}"),
        ("Gemfile.lock", "bundle install", "bundle add {0}"),
        ("Gemfile", "bundle install", "bundle add {0}"),
        ("composer.json", "composer install", "composer require {0}"),
        ("go.mod", "go mod download", "go get {0}"),
        ("Cargo.lock", "cargo fetch", "cargo add {0}"),
        ("mix.exs", "mix deps.get", "mix deps.get"),
    ];

    // Names of modules that are packed under another name.
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["yaml"] = "pyyaml",
        ["cv2"] = "opencv-python",
        ["PIL"] = "pillow",
        ["sklearn"] = "scikit-learn",
        ["dotenv"] = "python-dotenv",
        ["jwt"] = "pyjwt",
        ["psycopg2"] = "psycopg2-binary",
        ["bs4"] = "beautifulsoup4",
        ["dateutil"] = "python-dateutil",
        ["MySQLdb"] = "mysqlclient",
        ["Crypto"] = "pycryptodome",
        ["google.protobuf"] = "protobuf",
        ["jose"] = "python-jose",
        ["magic"] = "python-magic",
    };

    /// <summary>What to do, the most fitting first.</summary>
    public static IEnumerable<Remedy> Of(Sign sign, string? name, ServiceFact service, ProjectFact? project)
    {
        var text = string.Join('\n', sign.Entry.Lines.Select(line => line.Text));
        return OfPhp(text) is { } extension
                ?
                [
                    new(
                        $"Install PHP's extension {extension}, or switch it on in php.ini.",
                        OperatingSystem.IsLinux() ? $"sudo apt-get install -y php-{extension}" : null
                    ),
                ]
            : Runtime(text, sign.Line.Text) is { Count: > 0 } runtime ? runtime
            : Library().IsMatch(text) ? Shared(name)
            : Language(text) is { } language ? Managed(language, name, service, project)
            : [new($"Install what '{service.Name}' lacks{(name is null ? "" : $", {name},")} as its documentation says, and start again.")];
    }

    private static IEnumerable<Remedy> Managed(string language, string? name, ServiceFact service, ProjectFact? project)
    {
        var one = name is null ? null : Package(language, name);
        var manager = Managers.FirstOrDefault(row => Speaks(row.File, language) && project?.Files.Contains(row.File) == true);
        var place = project is null ? "" : $"cd {Pasted.Quote(project.Directory)} && ";
        if (manager.All is { } all)
        {
            yield return new($"Install what '{service.Name}' declares ({manager.File}).", place + all);
            if (one is not null)
            {
                yield return new(
                    $"Or, where {name} is not declared there, add it.",
                    Pasted.WithName(
                        one,
                        plain => place + string.Format(System.Globalization.CultureInfo.InvariantCulture, manager.One, plain)
                    )
                );
            }
        }
        else
        {
            yield return new(
                one is null
                    ? $"Install what '{service.Name}' declares."
                    : $"Install {one}, and declare it with what '{service.Name}' needs.",
                Default(language, one) is { } install ? place + install : null
            );
        }

        if (language == "python" && one is not null)
        {
            yield return new(
                $"Or, where {one} is a module of the service's own, start it in the folder that holds it: directory: at {service.Declared}, PYTHONPATH, or --app-dir."
            );
        }
    }

    // The functions of an extension begin with its name, or nearly so.
    private static string? OfPhp(string text) =>
        Function().Match(text) is { Success: true } function
            ? function.Groups["prefix"].Value switch
            {
                "mb" => "mbstring",
                "bc" => "bcmath",
                "simplexml" or "xml" or "dom" => "xml",
                "pg" => "pgsql",
                "mysqli" => "mysql",
                "image" => "gd",
                "sqlite" => "sqlite3",
                var prefix => prefix,
            }
        : !text.Contains("could not find driver", StringComparison.Ordinal) ? null
        : text.Contains("pgsql", StringComparison.OrdinalIgnoreCase) ? "pgsql"
        : text.Contains("sqlite", StringComparison.OrdinalIgnoreCase) ? "sqlite3"
        : text.Contains("PDO", StringComparison.Ordinal) ? "mysql"
        : null;

    private static string Package(string language, string name) =>
        language switch
        {
            "python" => Packages.GetValueOrDefault(name) ?? Packages.GetValueOrDefault(name.Split('.')[0]) ?? name.Split('.')[0],
            "node" => string.Join('/', name.Split('/').Take(name.StartsWith('@') ? 2 : 1)),
            "ruby" => name.Split('/')[0],
            _ => name,
        };

    private static string? Default(string language, string? one) =>
        (language, one) switch
        {
            ("python", null) => "pip install -r requirements.txt",
            ("python", _) => Pasted.WithName(one, plain => $"pip install {plain}"),
            ("node", null) => "npm install",
            ("node", _) => Pasted.WithName(one, plain => $"npm install {plain}"),
            ("ruby", null) => "bundle install",
            ("ruby", _) => Pasted.WithName(one, plain => $"gem install {plain}"),
            ("php", _) => "composer install",
            ("perl", _) => Pasted.WithWord(one?.Replace("/", "::", StringComparison.Ordinal), plain => $"cpan {plain}"),
            ("go", _) => "go mod tidy",
            ("java", _) => "mvn package || ./gradlew build",
            _ => "dotnet restore && dotnet build",
        };

    private static bool Speaks(string file, string language) =>
        language switch
        {
            "python" => file is "uv.lock" or "poetry.lock" or "Pipfile.lock" or "Pipfile" or "requirements.txt" or "pyproject.toml",
            "node" => file is "pnpm-lock.yaml" or "yarn.lock" or "bun.lock" or "bun.lockb" or "package-lock.json" or "package.json",
            "ruby" => file.StartsWith("Gemfile", StringComparison.Ordinal),
            "php" => file == "composer.json",
            "go" => file == "go.mod",
            _ => false,
        };

    private static string? Language(string text) =>
        Python().IsMatch(text) ? "python"
        : Node().IsMatch(text) ? "node"
        : Ruby().IsMatch(text) ? "ruby"
        : Php().IsMatch(text) ? "php"
        : text.Contains("@INC", StringComparison.Ordinal) ? "perl"
        : Go().IsMatch(text) ? "go"
        : Java().IsMatch(text) ? "java"
        : DotNet().IsMatch(text) ? "dotnet"
        : null;

    private static IReadOnlyList<Remedy> Runtime(string text, string line) =>
        Framework().Match(text) is { Success: true } framework
            ?
            [
                new(
                    $"Install the runtime that it was built for ({framework.Groups["name"].Value} {framework.Groups["version"].Value}), or build it for one that is here (TargetFramework, RollForward).",
                    OperatingSystem.IsWindows()
                        ? $"winget install Microsoft.DotNet.AspNetCore.{framework.Groups["major"].Value}"
                        : $"curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel {framework.Groups["major"].Value}.0 --runtime aspnetcore"
                ),
            ]
        : ClassVersion().Match(text) is { Success: true } version
            ?
            [
                new(
                    $"Run it with the Java that it was built for, {int.Parse(version.Groups["major"].Value, System.Globalization.CultureInfo.InvariantCulture) - 44}, or newer, or build it for the one that is here (--release).",
                    $"sudo apt-get install -y openjdk-{int.Parse(version.Groups["major"].Value, System.Globalization.CultureInfo.InvariantCulture) - 44}-jre-headless"
                ),
            ]
        : text.Contains("NODE_MODULE_VERSION", StringComparison.Ordinal)
            ? [new("Build the native modules anew for the Node.js that is here.", "npm rebuild")]
        : NodeVersion().Match(text) is { Success: true } node
            ?
            [
                new(
                    "Use the version of Node.js that it asks for.",
                    $"nvm install {node.Groups["major"].Value} && nvm use {node.Groups["major"].Value}"
                ),
            ]
        : PythonVersion().Match(line) is { Success: true } python
            ?
            [
                new(
                    "Use the version of Python that it asks for.",
                    $"pyenv install {python.Groups["version"].Value} && pyenv local {python.Groups["version"].Value}"
                ),
            ]
        : RubyVersion().Match(text) is { Success: true } ruby
            ?
            [
                new(
                    "Use the version of Ruby that it asks for.",
                    $"rbenv install {ruby.Groups["version"].Value} && rbenv local {ruby.Groups["version"].Value}"
                ),
            ]
        : OtherVersion().IsMatch(text)
            ?
            [
                new(
                    $"Start the version that wrote these files, or convert them for the one that is here (for PostgreSQL pg_upgrade); data of tests can be made anew in an empty folder. It says: {line.Trim()}"
                ),
            ]
        : text.Contains("GLIBC", StringComparison.Ordinal)
            ?
            [
                new(
                    "Build it on a system as old as this one, or run it on one as new as it was built on: the C library here is older.",
                    "ldd --version"
                ),
            ]
        : [];

    [GeneratedRegex(
        @"undefined function (?<prefix>mb|curl|simplexml|xml|dom|intl|bc|gmp|pg|mysqli|zip|ldap|sqlite|gd|image|apcu)_?\w*\(",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Function();

    private static IReadOnlyList<Remedy> Shared(string? name) =>
        OperatingSystem.IsWindows()
            ? [new($"Install what brings {name ?? "the library"}, or put its folder on the PATH.")]
            :
            [
                new(
                    $"Install the package that brings {name ?? "the library"}; apt-file names it.",
                    Pasted.WithName(name, plain => $"sudo apt-get install -y apt-file && sudo apt-file update && apt-file search {plain}")
                        ?? "sudo apt-get install -y apt-file && sudo apt-file update"
                ),
                new("Or say where the library is, where it is installed.", "export LD_LIBRARY_PATH=/path/to/lib"),
            ];

    [GeneratedRegex(
        @"No module named|ModuleNotFoundError|ImportError|DistributionNotFound|PackageNotFoundError|pip install|Traceback",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Python();

    [GeneratedRegex(
        @"Cannot find (module|package)|MODULE_NOT_FOUND|Can't resolve '|npm (i|install)|require stack",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Node();

    [GeneratedRegex(@"cannot load such file|Bundler|LoadError|Gem::|gem '", RegexOptions.CultureInvariant)]
    private static partial Regex Ruby();

    [GeneratedRegex(@"vendor/autoload|PHP (Fatal|Warning)|Class ""?[\w\\]+""? not found", RegexOptions.CultureInvariant)]
    private static partial Regex Php();

    [GeneratedRegex(@"no required module provides|is not in (std|GOROOT)|cannot find module providing", RegexOptions.CultureInvariant)]
    private static partial Regex Go();

    [GeneratedRegex(@"ClassNotFoundException|NoClassDefFoundError|main class|java\.lang", RegexOptions.CultureInvariant)]
    private static partial Regex Java();

    [GeneratedRegex(
        @"Could not load file or assembly|assembly specified in the application dependencies|DllNotFoundException|\.NET",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DotNet();

    [GeneratedRegex(
        @"shared librar|cannot open shared object|Library not loaded|DLL load failed|DllNotFound|UnsatisfiedLink|shared object file|libssl",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Library();

    [GeneratedRegex(
        @"not compatible with this version|files are incompatible|\bdata\w* .{0,40}(newer|older|later) version|[Dd]owngrade",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OtherVersion();

    [GeneratedRegex(@"[Ff]ramework:? '(?<name>[\w.]+)', version '(?<version>(?<major>\d+)[\d.]*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Framework();

    [GeneratedRegex(@"class file version (?<major>\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex ClassVersion();

    [GeneratedRegex(
        @"(requires?|needs?|supports?|expected|incompatible|engine|unsupported)\b.{0,40}?\bnode(\.js)?\b\W*(version )?\W{0,12}v?(?<major>\d{1,2})(\.\d+)*|\bnode(\.js)? (version )?v?(?<major>\d{1,2})[\w.]* .{0,30}required",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NodeVersion();

    [GeneratedRegex(
        @"(requires?|needs?)\b.{0,20}\bPython\b.{0,60}?>?=?\s?(?<version>3\.\d+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PythonVersion();

    [GeneratedRegex(@"Your Ruby version is .* but your Gemfile specified \D*(?<version>\d[\d.]*)", RegexOptions.CultureInvariant)]
    private static partial Regex RubyVersion();
}
