using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The process may open no more files, or the user may watch no more.</summary>
internal sealed class UsedUpHandles : IExplanation
{
    private const int FewFiles = 4096;
    private const int FewWatches = 65536;

    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.FileDescriptors, SignKind.FileWatches];

    public Account Explain(Case broken, ServiceFact service, Sign sign) =>
        sign.Kind == SignKind.FileWatches
            ? Of(
                Causes.FileWatches,
                $"Service '{service.Name}' may watch no more files: {sign.Seen.Text}",
                "Its log says that the user's watches are used up.",
                Limit(broken, "fs.inotify.max_user_watches"),
                FewWatches,
                new(
                    "Raise the limit on watches; a file in /etc/sysctl.d keeps it.",
                    "sudo sysctl -w fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=1024"
                )
            )
            : Of(
                Causes.FileDescriptors,
                $"Service '{service.Name}' may open no more files: {sign.Seen.Text}",
                "Its log says that the process's files are used up.",
                Limit(broken, "nofile"),
                FewFiles,
                new(
                    "Raise the limit as far as it goes in the shell that starts the run (where the command of the service lowers it: there), and see whether it leaves files or sockets open.",
                    "ulimit -n $(ulimit -Hn)"
                )
            );

    private static Account Of(string cause, string summary, string says, LimitFact? limit, int few, Remedy remedy) =>
        new(cause, summary, says, limit is not null && limit.Value <= few)
        {
            State = limit is null ? [] : [new("How many may there be?", $"{limit.Seen.Text}.", [limit.Seen])],
            Remedies = [remedy],
        };

    private static LimitFact? Limit(Case broken, string name) => broken.File.Limits.FirstOrDefault(limit => limit.Name == name);
}
