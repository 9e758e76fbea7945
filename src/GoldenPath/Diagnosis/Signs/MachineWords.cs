using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How programs say that disk, memory or handles are used up.</summary>
internal static partial class MachineWords
{
    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.FileWatches, FileWatches()),
        new(SignKind.DiskFull, DiskFull(), Counter()),
        new(SignKind.FileDescriptors, FileDescriptors()),
        new(SignKind.OutOfMemory, OutOfMemory(), OfAnother()),
    ];

    [GeneratedRegex(
        @"file watchers reached|ENOSPC.{0,80}\b(watch|inotify)|\b(watch|inotify)\w*\b.{0,80}(ENOSPC|No space left on device|limit|Too many open files|EMFILE)|number of inotify (instances|watches)|max_user_(watches|instances)|FSEventStreamStart",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex FileWatches();

    [GeneratedRegex(
        @"ENOSPC|\[Errno 28\]|os error 28|\(28\b.{0,10}No space|No space left|StorageFull|\b(disk|volume|filesystem|file system|database or disk|partition|drive) (is )?full\b|not enough (free )?(disk )?space|There is not enough space|"
            + @"(insufficient|out of|low on|no more|lack of|no free) (free )?(disk|storage) ?(space)?|disk quota|EDQUOT|disk usage exceeded|unable to (persist|save|write|flush) (\w+ )?to disk|disk watermark|HRESULT 0x80070070|Errcode: 28|\b53100\b|could not extend file|OutOfDiskSpace|disk_full",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex DiskFull();

    [GeneratedRegex(
        @"ENOSPC=|disk watermark.{0,20}(set|using)|disk usage exceeded.{0,10}0",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"\bEMFILE\b|\bENFILE\b|too many open files|\[Errno (24|23)\]|os error 24|(file descriptors?|open files|nofile|ulimit -n)\b.{0,60}(exhausted|limit|too low|insufficient|increase|exceeded|is too)|(out of|no more|not enough|max) file (descriptors|handles)|(failed|cannot|could not|unable) (to )?(set|raise|increase) (the )?r?limit.{0,20}(open files|descriptors|nofile)|RLIMIT_NOFILE",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex FileDescriptors();

    [GeneratedRegex(
        @"OutOfMemory|heap out of memory|heap initialization failed|0x8007000E|\bMemoryError\b|\bENOMEM\b|os error 12\)|\[Errno 12\]|Cannot allocate memory|could not allocate|bad_alloc|\bout[- ]of[- ]memory\b|memory allocation of \d+ bytes failed|oom[-_]kill|Allowed memory size of|"
            + @"(insufficient|not enough) memory|failed to (map|reserve|allocate|commit).{0,60}(memory|bytes|heap)|Killed process \d+|NoMemoryError|virtual memory exhausted|Could not reserve enough space|memory exhausted|ArrayMemoryError|GC overhead limit|Cannot allocate|MemoryLimit|memory limit exceeded",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(
        @"\bworker\b.{0,60}Perhaps out of memory\?|maxmemory|overcommit",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex OfAnother();
}
