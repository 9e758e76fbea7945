using System.Linq.Expressions;
using System.Reflection;
using GoldenPath.Nuke.CommandLine;
using Nuke.Common;

namespace GoldenPath.Nuke;

/// <content>What looks at the command line before the engine does.</content>
/// <remarks>The engine ignores options that it does not know, takes the default for a value that it cannot read, and ends by a stack trace where
/// its own options are wrong. Here each is one line on the standard error with the nearest right spelling, exit code 3, and nothing is started.
/// <c>-h</c> is <c>--help</c>, and <c>--version</c> answers, unless the build has a parameter of that name.</remarks>
public abstract partial class GoldenPathBuild
{
    private const string HelpVariable = "NUKE_HELP";

    /// <summary>Checks the command line, and runs the build of this assembly where nothing is wrong with it.</summary>
    /// <typeparam name="T">The build.</typeparam>
    /// <param name="defaultTargetExpressions">What runs where the command names no target.</param>
    /// <returns>The exit code of the process.</returns>
    protected static new int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
    {
        var words = CommandWords.OfProcess();
        var vocabulary = new BuildVocabulary(typeof(T));
        if (words.Asks(vocabulary, "version"))
        {
            Console.WriteLine($"GoldenPath {Version}");
            return 0;
        }

        var asksForHelp = words.Asks(vocabulary, "h");
        if (asksForHelp)
        {
            Environment.SetEnvironmentVariable(HelpVariable, "true"); // The engine knows the long word alone, and reads this one too.
        }

        if ((UsageCheck.Problem(vocabulary, asksForHelp ? words.Without("h") : words) ?? BuildRoot.Missing(words)) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return Verdict.Configuration.ExitCode();
        }

        return NukeBuild.Execute(defaultTargetExpressions);
    }

    private static string Version =>
        typeof(GoldenPathBuild).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
