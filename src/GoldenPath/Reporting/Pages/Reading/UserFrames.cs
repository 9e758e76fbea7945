namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>The first and the last frames of a user.</summary>
internal sealed class UserFrames(int first, int last)
{
    private readonly List<FrameScan> _first = [];
    private readonly Queue<FrameScan> _last = [];

    /// <summary>Takes a frame.</summary>
    public void Add(FrameScan frame)
    {
        if (_first.Count < first)
        {
            _first.Add(frame);
            return;
        }

        _last.Enqueue(frame);
        if (_last.Count > last)
        {
            _last.Dequeue();
        }
    }

    /// <summary>Those that are kept.</summary>
    public IEnumerable<FrameRow> Rows() => _first.Concat(_last).Select(frame => frame.Row()).OfType<FrameRow>();
}
