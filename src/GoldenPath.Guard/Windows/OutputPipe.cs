using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>A pipe that a child writes and this process reads, and can wait for with a deadline: a read is always under way, and its event tells.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class OutputPipe : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const uint OpenMode = 0x4008_0001; // PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE
    private const uint RejectRemote = 0x8; // PIPE_REJECT_REMOTE_CLIENTS; the pipe carries bytes, not messages
    private const uint GenericWrite = 0x4000_0000;
    private const uint OpenExisting = 3;

    private readonly Lock _beginning = new();
    private readonly SafeFileHandle _reader;
    private readonly ManualResetEvent _happened = new(initialState: false);
    private readonly NativeOverlapped* _overlapped = (NativeOverlapped*)NativeMemory.AllocZeroed((nuint)sizeof(NativeOverlapped));
    private readonly byte* _block = (byte*)NativeMemory.Alloc(BlockSize);
    private bool _isUnderWay;
    private bool _isAtEnd;

    /// <exception cref="Win32Exception">The system refuses a pipe.</exception>
    public OutputPipe()
    {
        var name = $@"\\.\pipe\golden-path.{Environment.ProcessId}.{Guid.NewGuid():N}";
        _reader = Checked(Kernel32.CreateNamedPipe(name, OpenMode, RejectRemote, 1, 0, BlockSize, 0, 0));
        var inherited = new SecurityAttributes { Size = sizeof(SecurityAttributes), InheritHandle = 1 };
        Writer = Checked(Kernel32.CreateFile(name, GenericWrite, 0, &inherited, OpenExisting, 0, 0));
        _overlapped->EventHandle = _happened.SafeWaitHandle.DangerousGetHandle();
    }

    /// <summary>The end for the child. To be disposed as soon as the child has it: the pipe ends with the last holder.</summary>
    public SafeFileHandle Writer { get; }

    public void Dispose()
    {
        if (_isUnderWay && !_isAtEnd)
        {
            Kernel32.CancelIoEx(_reader, _overlapped);
            Kernel32.GetOverlappedResult(_reader, _overlapped, out _, wait: true);
        }
        Writer.Dispose();
        _reader.Dispose();
        _happened.Dispose();
        NativeMemory.Free(_overlapped);
        NativeMemory.Free(_block);
    }

    /// <summary>Waits for output, or for its end.</summary>
    /// <param name="timeoutMs">How long; -1 for ever.</param>
    public bool IsReadable(int timeoutMs)
    {
        Begin();
        return _happened.WaitOne(timeoutMs);
    }

    /// <summary>Takes what has come; nothing at the end.</summary>
    /// <param name="into">At least as large as <see cref="BlockSize"/>.</param>
    public int Read(Span<byte> into)
    {
        Begin();
        if (_isAtEnd || !Kernel32.GetOverlappedResult(_reader, _overlapped, out var count, wait: true))
        {
            _isAtEnd = true; // The last writer is gone.
            return 0;
        }
        new ReadOnlySpan<byte>(_block, count).CopyTo(into);
        lock (_beginning)
        {
            _isUnderWay = false;
        }
        return count;
    }

    private void Begin()
    {
        lock (_beginning)
        {
            if (_isUnderWay)
            {
                return;
            }
            _isUnderWay = true;
            _happened.Reset();
            if (!Kernel32.ReadFile(_reader, _block, BlockSize, 0, _overlapped) && Marshal.GetLastPInvokeError() != Kernel32.Pending)
            {
                _isAtEnd = true;
                _happened.Set();
            }
        }
    }

    private static SafeFileHandle Checked(SafeFileHandle handle) =>
        handle.IsInvalid ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : handle;
}
