using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How runtimes, loaders, shells and compilers say that something of the program itself is missing, wrong or not permitted.</summary>
internal static partial class ProgramWords
{
    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.ModuleMissing, Runtime()),
        new(SignKind.FileMissing, OwnFile()),
        new(SignKind.ModuleMissing, Module()),
        new(SignKind.ModuleMissing, Library()),
        new(SignKind.ProgramMissing, Program()),
        new(SignKind.NotPermitted, NotPermitted(), OfDatabase()),
        new(SignKind.DoesNotCompile, Compiler()),
        new(SignKind.DoesNotCompile, Source()),
    ];

    [GeneratedRegex(
        @"UnsupportedClassVersionError|class file version \d+|compiled by a more recent version of the Java|NODE_MODULE_VERSION|different Node\.js version|"
            + @"(requires?|needs?|only supports?|supports only|expected) (a )?(?<subject>Node(\.js)?|Python|Ruby|Java|JDK|JRE|PHP|Go|\.NET|npm|GLIBC|CUDA)\b( version)? ?[('""]?[><=^~v]*\s?\d[\d.]*|"
            + @"(?<subject>Node(\.js)?|Python|Ruby|Java|PHP|Go|\.NET) (version )?v?\d[\w.]*\s.{0,40}(is )?(required|not supported|unsupported|too old)|"
            + @"Your (?<subject>Ruby|Python|Node|PHP) version is|requires? a different Python|Unsupported engine|EBADENGINE|The engine ""\w+"" is incompatible|"
            + @"(Unsupported|Incompatible|Outdated) (?<subject>Node(\.js)?|Python|Java|Ruby|PHP|\.NET)|"
            + @"You must install( or update)? \.NET|The framework '(?<subject>[^']+)', version|framework: '(?<subject>[\w.]+)'|No \.NET SDKs were found|compatible \.NET SDK was not found|"
            + @"A JNI error has occurred|(database )?files are incompatible with|initialized by \w+ version [\d.]+, which is not compatible|version [`'](?<subject>GLIBC\w*_[\d.]+)' not found|you are running (?<subject>Node|Python)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Runtime();

    [GeneratedRegex(
        @"Cannot find (module|package) ['""](?<subject>(\.{0,2}/|[A-Za-z]:\\|file:)[^'""]*)['""]|can't open file '(?<subject>[^']+)'|Unable to access jarfile (?<subject>\S+)|"
            + @"The (application|file) to execute does not exist: '?(?<subject>[^']+)'?|Could not execute because the (application|specified)|Can't open perl script ""(?<subject>[^""]+)""|"
            + @"Could not open input file: (?<subject>\S+)|cannot load such file -- (?<subject>(\.{0,2}/)\S+)|(sh|bash): (\d+: )?(cannot open|can't open) '?(?<subject>[^\s':]+)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex OwnFile();

    [GeneratedRegex(
        @"No module named ['""]?(?<subject>[\w.-]+)|Cannot find (module|package) ['""](?<subject>[^'""]+)['""]|Can't resolve '(?<subject>[^'./][^']*)'|"
            + @"cannot load such file -- (?<subject>[\w/.-]+)|Could not find (gem )?['""]?(?<subject>[\w.-]+)['""]?( \(.*\))? in (any of the sources|locally installed gems)|"
            + @"(Bundler::GemNotFound|Gem::(MissingSpec|LoadError)\w*)|Can't locate (?<subject>[\w/]+)\.pm in @INC|"
            + @"(ClassNotFoundException|NoClassDefFoundError)(: |: Could not initialize class )(?<subject>[\w.$/]+)|Could not find or load main class (?<subject>\S+)|"
            + @"Class ['""]?(?<subject>[\w\\]+)['""]? not found|(Failed opening required|failed to open stream).{0,20}'?(?<subject>\S*vendor/autoload\.php)|vendor/autoload\.php|"
            + @"Could not load file or assembly '(?<subject>[^,']+)|An assembly specified in the application dependencies manifest|package (?<subject>[\w./-]+) is not in (std|GOROOT)|"
            + @"no required module provides package (?<subject>[\w./-]+)|cannot find (module|package) ""?(?<subject>[\w./-]+)""?( providing| in any of)?|"
            + @"(PackageNotFoundError|DistributionNotFound)\b.{0,60}?'?(?<subject>[\w.-]+)'? (distribution )?was not found|No package metadata was found for (?<subject>[\w.-]+)|PackageNotFoundError: (?<subject>[\w.-]+)|"
            + @"cannot import name '(?<subject>\w+)' from|(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)(?!')|module '(?<subject>[^']+)' not found|unresolved import|"
            + @"\bpip install ['""]?(?<subject>[A-Za-z][\w.\[\]-]+)|\b(npm i|npm install|yarn add|pnpm add|gem install) (?<subject>[@A-Za-z][\w@/.-]+)|"
            + @"undefined function (?<subject>(mb|curl|simplexml|xml|dom|intl|bc|gmp|pg|mysqli|sodium|openssl|iconv|ctype|zip|pcntl|posix|socket|apcu|gd|image|json|ldap|sqlite)_?\w*)\(|could not find driver|\{undef,\[\{(?<subject>\w+)|FindException: Module (?<subject>[\w.]+) not found|[Pp]lease install (the )?(?<subject>[\w@/.-]+) (package|manually|module)|(UNABLE to load|[Cc]annot load|[Ff]ailed to load) (uWSGI )?(plugin|module|extension|(?=\S+\.so))[: ]*(?<subject>[\w./-]+)|([Mm]odule|[Pp]ackage|[Ll]ibrary|[Gg]em|[Pp]lugin|[Ee]xtension|[Dd]river) ['""`]?(?<subject>[\w@./-]+)['""`]? (is not installed|not installed|could not be found|was not found|not found|is missing|is required but)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Module();

    [GeneratedRegex(
        @"error while loading shared libraries: (?<subject>[^\s:]+)|(?<subject>[\w.+-]+\.(so|dylib|dll)[\w.]*):? cannot open shared object file|Library not loaded: (?<subject>\S+)|"
            + @"(Unable to load|Failed to load|could not load|unable to find) (shared |dynamic |native )*(library|DLL|dll) ['""]?(?<subject>[\w./+-]+)|DLL load failed( while importing (?<subject>\w+))?|"
            + @"DllNotFoundException|UnsatisfiedLinkError(: no (?<subject>\w+) in)?|undefined symbol: (?<subject>\w+)|symbol lookup error|incompatible architecture|wrong ELF class|invalid ELF header|"
            + @"Couldn't find a valid ICU package|libssl|Error loading shared library (?<subject>[^\s:]+)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Library();

    [GeneratedRegex(
        @"(^|[\s/])(ba|da|z|k|a|c)?sh(\.exe)?: (line )?(\d+: )?(\d+: )?(?<subject>[^\s:]+): (command not found|not found|No such file or directory)|(?<subject>[\w./-]+): command not found|command not found: (?<subject>\S+)|can't find command '(?<subject>[^']+)'|"
            + @"(env|/usr/bin/env): [‘'""]?(?<subject>[^’'"":]+)[’'""]?: No such file or directory|^\S*: (line \d+: )?(\d+: )?(exec: )?(?<subject>[\w./-]+): not found$|"
            + @"exec:? ""?(?<subject>[^"":]+)""?: (executable file not found|stat .*no such file|no such file or directory)|exec \S*?(?<subject>[\w.-]+): no such file or directory|"
            + @"(?<subject>[^\s:]+\^M|[^\s:]+\\r|/\S+): bad interpreter|bad interpreter: (?<subject>\S+)|'?(?<subject>[^'\s]+\\r)'?: No such file or directory|(?<subject>[\w./-]+)\\r'?: command not found|"
            + @"'(?<subject>[^']+)' is not recognized as an internal or external command|spawn (?<subject>\S+) ENOENT|(?<subject>[\w./-]+): (cannot execute|Exec format error)|Exec format error|"
            + @"No such file or directory \(os error 2\)\s*.{0,20}(spawn|exec)|Cannot run program ""(?<subject>[^""]+)""|executable not found: (?<subject>\S+)|"
            + @"An error occurred trying to start process '(?<subject>[^']+)'|(?<subject>ffmpeg|chromium|chrome|git|java|node|python3?|wkhtmltopdf|tesseract|pg_ctl|redis-server)\b.{0,30}\b(is )?not (be )?found( in (the )?\$?PATH)?|not found in \$?PATH",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Program();

    [GeneratedRegex(
        @"\bEACCES\b|\bEPERM\b|\bEROFS\b|permission denied|operation not permitted|PermissionError|AccessDenied(Exception|Error)|UnauthorizedAccessException|Access to the path '.*' is denied|"
            + @"access is denied|Read-only file system|os error (13|1|30)\)|\[Errno (13|1|30)\]|(must|should|cannot|can not|can't|not|refusing to) (be )?(run|start|execut)\w* (\w+ )?as ['""]?root|root"" execution|"
            + @"(wrong|invalid|incorrect|bad|insecure) (ownership|permissions|owner)|has group or (world|public) access|permissions .{0,40}(are too open|too permissive)|read-?only (database|file|table)|permissions? 0?[0-7]{3} (is|are) (wrong|too)|requires? (root|superuser|administrator|elevated)|"
            + @"(not|n't) writ(e|able)\b.{0,30}(director|folder|path|file)|(director|folder|path|file)\w*\b.{0,80}\b(is not|isn't|not) (writable|writeable|readable|accessible)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotPermitted();

    [GeneratedRegex(
        @"docker\.sock|docker daemon socket|permission denied (for|to) (table|relation|schema|database|sequence|view|function|user|role|create|set)|publickey",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex OfDatabase();

    // The parsers of languages that are read when they are run.
    [GeneratedRegex(
        @"^(\S+: )?(PHP )?Parse error\b|\bsyntax error at \S+ line \d+|^\S+\.(rb|ru|py):\d+: syntax error|^(\w+\.)*SyntaxError: (?!Cannot use import|The requested module|.*\bJSON\b)|^IndentationError\b|^TabError\b|\berror: compilation failed|^\*\* \((Syntax|Token|Compile)\w*Error\)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @"\berror (CS|FS|BC|MSB|NETSDK|NU|TS|C|LNK)\d{3,5}\b|\berror\[E\d{4}\]|could not compile [`']|COMPILATION ERROR|BUILD FAIL(URE|ED)|Failed to compile|Compilation (error|failed)|"
            + @"Build failed with \d+ errors?|The build failed|undefined reference to|^make(\[\d+\])?: \*\*\* |collect2: error|\.go:\d+:\d+: |\.(java|kt|scala|c|cc|cpp|h):\d+(:\d+)?: error(?!:[0-9A-F]{6})|Execution failed for task|Transform failed with",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Compiler();
}
