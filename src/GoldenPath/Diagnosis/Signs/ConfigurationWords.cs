using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How programs say that a variable or setting has no value, or one that does not do.</summary>
internal static partial class ConfigurationWords
{
    private const string Name =
        @"(?<subject>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|(?!(FATAL|ERROR|WARN|INFO|DEBUG|CRIT|ALERT|PANIC|NOTICE|JSON|YAML|TOML|HTTP|HTML|UTF|NULL|TRUE|FALSE|ENO|EACC|ECONN))[A-Z][A-Z0-9]{3,})";

    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.InvalidValue, NamedValue(), Code()),
        new(SignKind.MissingVariable, NameThenMissing(), Code()),
        new(SignKind.MissingVariable, MissingThenName(), Code()),
        new(SignKind.MissingVariable, KeyError(), Code()),
        new(SignKind.MissingVariable, Shell(), ShellCode()),
        new(SignKind.MissingVariable, Setting(), Code()),
        new(SignKind.InvalidValue, Syntax(), Code()),
        new(SignKind.InvalidValue, Value(), Code()),
    ];

    /// <summary>The name that stands alone on a line, as pydantic and others print it before their complaint.</summary>
    public static string? LoneName(string text) => Lone().Match(text) is { Success: true } match ? match.Groups["subject"].Value : null;

    /// <summary>The field that the last <c>"path": [ … ]</c> of some lines names, its parts joined by dots; <c>null</c> where there is none.</summary>
    public static string? FieldPath(IReadOnlyList<string> lines)
    {
        var last = lines.Index().LastOrDefault(line => PathBegins().IsMatch(line.Item));
        if (last.Item is null)
        {
            return null;
        }

        var path = string.Join(' ', lines.Skip(last.Index)).Split('[', 2)[1].Split(']', 2)[0];
        var parts = path.Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Trim('"', '\'', '`'))
            .Where(part => part.Length > 0);
        return string.Join('.', parts) is { Length: > 0 } name ? name : null;
    }

    /// <summary>What a line says about the field named on the line before; <c>null</c> where it says nothing like it.</summary>
    public static SignKind? OfField(string text) =>
        FieldRequired().IsMatch(text) ? SignKind.MissingVariable
        : FieldInvalid().IsMatch(text) ? SignKind.InvalidValue
        : null;

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_])['""`$]*(\{|process\.env\.)?"
            + Name
            + @"\}?['""`]*( (environment|env|configuration|config))?( (variable|var|setting|key|option))?[:,]? (is |was |has |must |should |not |isn't |wasn't |hasn't |cannot |can't |may not |needs to |to )*"
            + @"(been |be )?(a |an )?(not set|not defined|not found|not provided|not configured|not specified|not present|not exist|set\b(?! to)|missing|required|defined|undefined|unset|empty|blank|null|provided|configured|specified|mandatory|absent|no value)\b",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex NameThenMissing();

    [GeneratedRegex(
        @"(?i:missing|required?|undefined|unset|provide|set|specify|define|find|need|expected|empty|no|without|lacks?|absent|unknown)(?i:( the| a| an| following| your| mandatory| required| environment| env\.?| config(uration)?| variables?| vars?| settings?| values?| value for| value of| keys?| options?| for| of)*)(\(s\))?[: =]+['""`$\[({]*"
            + @"(?<subject>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)(?!['""`]? ?=)|(?i:(environment|env) ?(variable|var)s?)\b.{0,40}?['""`(\[ ](?<subject>[A-Z][A-Z0-9]*(_[A-Z0-9]+)*)\b.{0,40}(?i:missing|required|not|must|empty|undefined|unset)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex MissingThenName();

    [GeneratedRegex(
        @"KeyError: ['""](?<subject>[A-Z][A-Z0-9_]+)['""]|(key|variable) not found: ['"":]*(?<subject>[A-Z][A-Z0-9_]+)|""?path""?: ?\[ ?['""](?<subject>[A-Za-z][A-Za-z0-9_]+)['""].*[Rr]equired|UndefinedValueError: (?<subject>\w+) not found|"
            + @"Config::MissingError|missing value for field (?<subject>\w+)|missing field `(?<subject>\w+)`|required key (?<subject>\w+) missing|env: (environment variable|required environment variable) ""(?<subject>\w+)""|environment variable not found|`Err` value: NotPresent|: NotPresent|NoSuchElementException: (key not found: )?(?<subject>[A-Z][A-Z0-9_]+)|Undefined (array key|index):? ['""]?(?<subject>[A-Z][A-Z0-9_]+)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex KeyError();

    [GeneratedRegex(
        @"(^|[\s/])(ba|da|z|k|a)?sh: (line )?(\d+: )?(?<subject>[A-Z][A-Z0-9_]+): |\.sh: (line )?\d+: (?<subject>[A-Z][A-Z0-9_]{2,}): |: (?<subject>[A-Za-z_]\w*): (unbound variable|parameter (null or )?not set)|required variable (?<subject>\w+) is missing a value",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Shell();

    [GeneratedRegex(
        @"Could not resolve placeholder '(?<subject>[^'""]+)'|The (?<subject>[A-Za-z_][\w:.]*) field is required|(?<subject>[A-Za-z_][\w:.-]*) (field )?is required\.|ImproperlyConfigured: (The )?(?<subject>[A-Z][A-Z_]+) (setting|must)|"
            + @"(?i:(configuration|config|setting|option|property|parameter|connection string|section|key|value))(?i: key| value| named| for)* ['""`](?<subject>[A-Za-z][\w:.-]*)['""`] (?i:(is |was |must |has |could )?(not |be )*(missing|required|empty|not set|not found|found|set|null|configured|defined|provided))|"
            + @"(?i:(missing|no|required|empty)( required| mandatory)? (configuration|config|setting|property|parameter|key|connection string|value)( key| value| setting| property| option)?( named| for| of| with (name|key))?)[: ]+['""`](?<subject>[A-Za-z][\w:.-]*)|"
            + @"No connection string named '(?<subject>\w+)'|No value (given|present|specified) for (the )?(required )?(setting|parameter|property|configuration)? ?['""`]?(?<subject>[\w.:-]+)|(Value|The value) cannot be (null|an empty string)( or empty)?[^(]*\(Parameter '(?<subject>connectionString|\w+:[\w:]+|\w*[Kk]ey|\w*[Uu]rl|\w*[Ss]ecret\w*)'\)|Missing mandatory value for ""?(?<subject>\w+)|"
            + @"(环境变量|環境變數|環境変数|Umgebungsvariable|variables? d['’]environnement|variables? de entorno|variável de ambiente|переменн\w+ (окружения|среды))\P{Lu}{0,20}(?<subject>[A-Z][A-Z0-9_]{2,})|(?<subject>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+).{0,40}(环境变量|環境變數|環境変数)|MissingEnv\w*|(not present|missing|absent) in the environment|missing required (environment|env|config|setting|variable)|required (setting|variable|key|option|value) is missing|No (\w+ ){0,4}(key|secret|token|password|url|dsn) (has been |was |is )?(specified|set|provided|configured)|[Mm]issing (\w+ )?(encryption |master |secret |signing |api |access )key|ConnectionString property has not been initiali[sz]ed|connection string .{0,20}(is |was )?(null|empty|missing)|(?<![\w.])(?<subject>[a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:[._][a-z]+)+) (is|was) not (set|defined|specified|configured|provided)\b|expected \w+, received undefined|""message"": ""Required""|(api_key|API key) (client option )?must be set|either by passing api_key.{0,80} or by setting the (?<subject>[A-Z_]+)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Setting();

    // A name and, close to it, that its value does not do.
    [GeneratedRegex(
        @"(?i:invalid|bad|illegal|malformed|unsupported|incorrect|unrecognized|wrong|could not parse|cannot parse|unable to parse|failed to parse|failed to convert)(?i:( the| a| value| values| setting| format| configuration| environment| env| variable| url| port| number| integer| in| for| of| from)*)[: ]+['""`$]*"
            + Name
            + @"\b(?!['""`]? (is |was )?(not set|missing|undefined|required))|"
            + @"(?<![A-Za-z0-9_.])['""`$]*"
            + Name
            + @"['""`]*(=['""]?[^\s'""]*['""]?)?( (environment|env) variable)?[:,]? .{0,60}?(?i:(is|was) (not a|an? invalid|invalid|not valid|malformed|out of range|no valid)|must be (an? |one of|between|at least|at most|greater|less|in |positive|numeric|\d|either|set to)|should be (an? |one of|between|>=)|expected (an? |one of)|has (an )?invalid|cannot be parsed|not one of|does not match|invalid (value|format|url|integer|number|literal))",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex NamedValue();

    [GeneratedRegex(
        @"\[emerg\].{0,40}(unknown directive|invalid|unexpected|directive|duplicate|host not found in)|unknown directive ""(?<subject>[^""]+)|\bline \d+: unknown (?<subject>[\w.-]+)|"
            + @"\b(unrecogni[sz]ed|unknown|invalid|unexpected|unsupported|illegal|bad|misspelled) (configuration |config |command[- ]line |VM |JVM |server )?(\w+ )?"
            + @"(parameter|option|argument|flag|directive|setting|key|keyword|property|field|section|variable|statement|attribute|command)s?( in (the )?\w+( file)?)?:? ?['""`]?(?<subject>[\w.=-]*)|"
            + @"(?<subject>-{1,2}[\w-]+): (invalid|unknown|unrecognized) option|(?<subject>-{1,2}[\w-]+) is not allowed in \w+|""(?<subject>\w+)"" directive is not allowed|"
            + @"flag provided but not defined: (?<subject>\S+)|unrecognized arguments?: (?<subject>.+)|invalid choice: |(yaml|toml|ini|json|xml|config(uration)?)\b.{0,40}\b(syntax|parse|parsing|parser|scanner|decode|invalid|error)\b.{0,60}(line|at|column|position|char)|"
            + @"YAMLException|yaml\.(scanner|parser)\.\w+Error|TOMLDecodeError|yaml: (line \d+|unmarshal)|toml: |mapping values are not allowed|could not find expected ':'|found character .{0,10}that cannot start|Bad directive in configuration|Syntax error on line \d+ of|Invalid configuration|ConfigurationException|InvalidConfiguration\w*|BadConfig|\*\*\* FATAL CONFIG FILE ERROR|"
            + @"(configuration|config|settings?)( file)?\b.{0,60}\b(is invalid|is not valid|invalid|contains? errors?|test failed|validation failed|has errors|could not be parsed|malformed)|"
            + @"(invalid|unreadable|broken|bad) config\b|(error|failed|failure|unable|could not|cannot)( \w+){0,3} (load|loading|parse|parsing|read|reading)( the)?( \w+)? config\w*|error.{0,20} in (the )?config\w*|parser failed|parsing .{0,80}\berrors?\b|unmarshal errors|"
            + @"field (?<subject>\S+) not found in|does not match the (\w+ )?schema|misspelled|Missing script:? ['""](?<subject>[^'""]+)|EJSONPARSE|JSON\.parse Invalid|isn't an available (\w+ )?backend|is not one of '|\b(cannot|can't|can not|must not|may not) be (less|more|greater|smaller|larger|higher|lower) than\b|(could not|couldn't|cannot|can't) find .{0,60} in (the )?[\w ]{0,30}config(uration)?\b|\bno such (user|group|option)\b|user [`'""](?<subject>[\w.-]+)[`'""] (does not exist|not found)|"
            + @"does not include \w+ section|unable to find ""?(?<subject>\w+)""? callable|argument must be an? |(the )?command '(?<subject>[\w-]+)' (is )?not (found|known)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Syntax();

    [GeneratedRegex(
        @"invalid literal for int\(\) with base 10: (?<subject>'[^']*')|could not convert string to float|ERR_INVALID_(URL|ARG_VALUE|ARG_TYPE)|Invalid URL|ERR_SOCKET_BAD_PORT|port (should|must) be .{0,60}65536|port (value )?out of range|port:? .{0,12}(is )?(out of range|invalid|not valid|must be)|invalid port\b|bad port\b|(?<subject>'?[\w:.-]+'?) is not a valid (port|number|integer|url|uri|boolean|value|address|path|level|log level)|"
            + @"strconv\.\w+: parsing (?<subject>""[^""]*""): |ParseIntError|invalid digit found in string|UriFormatException|Invalid URI|The input string '(?<subject>[^']*)' was not in a correct format|Format of the initialization string does not conform|NumberFormatException: For input string: (?<subject>""[^""]*"")|Failed to bind properties under '(?<subject>[^']+)'|Failed to convert (property )?value|Cannot convert value '(?<subject>[^']*)'|"
            + @"Failed to convert configuration value.{0,20} at '(?<subject>[^']+)'|Could not parse (rfc1738|SQLAlchemy) URL|invalid (dsn|connection string|database url|uri|url|log level|loglevel|hostname|address|interface|listen address|time ?zone|locale|value|duration)\b|missing port in address|too many colons in address|unsupported (protocol|scheme|driver|dialect|database)|No (suitable driver|adapter) (found )?for|URL must start with|the URL must|unknown (log level|scheme|driver|dialect|database type|environment|profile|provider)|"
            + @"invalid value .{0,60}for|(must|should) be (an? (valid )?(integer|number|url|boolean|uri|port|positive)|one of|between \d)|OptionsValidationException|(value|setting|option|parameter) .{0,60}(is|was) (invalid|not (valid|allowed|supported|recognized))|time: (invalid|unknown unit|missing unit)|key length|secret.{0,40}(too short|must be at least)|IDX10653|IDX10720|bad base64|incorrect padding",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*['""]?path['""]?\s*:\s*\[", Phrase.Options, Phrase.Timeout)]
    private static partial Regex PathBegins();

    [GeneratedRegex(@"^\s+(Field required|field required|none is not an allowed value|value is missing)", Phrase.Options, Phrase.Timeout)]
    private static partial Regex FieldRequired();

    [GeneratedRegex(
        @"^\s+(Input should be|value is not a valid|Value error|ensure this value|String should|URL scheme|invalid)\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex FieldInvalid();

    [GeneratedRegex(@"^\s*(?<subject>[A-Za-z_][\w.]*)\s*$", Phrase.Options, Phrase.Timeout)]
    private static partial Regex Lone();

    [GeneratedRegex(
        @"ReferenceError|NameError|command not found|: not found$|TypeError: (?!.*(ERR_|environment|env))|SyntaxError",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Code();

    [GeneratedRegex(@"command not found|: not found$|No such file|Permission denied|syntax error", Phrase.Options, Phrase.Timeout)]
    private static partial Regex ShellCode();
}
