using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoldenPath.Guard.Redaction;

/// <summary>Finds many literal texts in one walk over a text, and takes one more in constant time: nothing of it is ever built anew.</summary>
/// <remarks>Each is filed under those of its own pieces that the fewest others are filed under: tokens mostly begin alike, and each ends in its own
/// way. It is filed under as many pieces in a row as a walk makes in one stride, so that the walk cannot step over all of them. A piece is
/// looked up in a bit set first, and texts are compared only where the bit is set. One thread may add while others search.</remarks>
/// <param name="width">How many characters a piece has: 4 to 8.</param>
/// <param name="stride">How many characters a walk goes on at a time.</param>
internal sealed class TermIndex(int width, int stride)
{
    private const int FilterBits = 22;
    private const int SlotBits = 17;
    private const int Word = sizeof(ulong) / sizeof(char);
    private const ulong Scatter = 0x9E37_79B9_7F4A_7C15; // 2^64 by the golden ratio: Knuth's multiplicative hashing.

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly TermPiece?[] _slots = new TermPiece?[1 << SlotBits];

    /// <summary>What is looked for, in no particular order.</summary>
    public IEnumerable<string> Terms => _slots.SelectMany(Chain).Select(piece => piece.Text).Distinct();

    /// <summary>Takes a text, at least as long as the pieces that begin within one stride.</summary>
    /// <returns>Whether it was new.</returns>
    public bool TryAdd(string term)
    {
        if (Knows(term))
        {
            return false;
        }
        var rarest = Rarest(term);
        for (var offset = rarest; offset < rarest + stride; offset++)
        {
            File(term, offset);
        }
        return true;
    }

    /// <summary>Adds where the known ones stand in a text, in the order in which they are met.</summary>
    public void Find(ReadOnlySpan<char> text, ref List<SecretMatch>? matches)
    {
        for (var index = 0; index <= text.Length - width; index += stride)
        {
            var hash = HashAt(text, index);
            if (IsLikely(hash))
            {
                Compare(text, index, hash, ref matches);
            }
        }
    }

    private void Compare(ReadOnlySpan<char> text, int index, ulong hash, ref List<SecretMatch>? matches)
    {
        for (var piece = Last(hash); piece is not null; piece = piece.Next)
        {
            var start = index - piece.Offset;
            if (piece.Hash == hash && start >= 0 && text[start..].StartsWith(piece.Text))
            {
                (matches ??= []).Add(new(start, start, start + piece.Text.Length));
            }
        }
    }

    /// <summary>Whether a text is filed under any of its pieces: which was the rarest when it came is not remembered.</summary>
    private bool Knows(string term)
    {
        for (var offset = 0; offset <= term.Length - width; offset++)
        {
            for (var piece = Last(HashAt(term, offset)); piece is not null; piece = piece.Next)
            {
                if (piece.Offset == offset && piece.Text == term)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Where in a text the pieces begin that the fewest are filed under: of several places the last.</summary>
    private int Rarest(string term)
    {
        var (rarest, fewest) = (0, int.MaxValue);
        for (var offset = term.Length - (width + stride - 1); offset >= 0 && fewest > 0; offset--)
        {
            var holders = 0;
            for (var step = 0; step < stride; step++)
            {
                holders += Last(HashAt(term, offset + step))?.Holders ?? 0;
            }
            (rarest, fewest) = holders < fewest ? (offset, holders) : (rarest, fewest);
        }
        return rarest;
    }

    private void File(string term, int offset)
    {
        var hash = HashAt(term, offset);
        ref var slot = ref _slots[hash >> (64 - SlotBits)];
        Volatile.Write(ref slot, new(hash, offset, term, (Last(hash)?.Holders ?? 0) + 1, slot));
        var bit = Bit(hash);
        Interlocked.Or(ref _filter[bit / 64], 1UL << (int)(bit % 64));
    }

    /// <summary>What was filed last under a piece, and knows how many they are.</summary>
    private TermPiece? Last(ulong hash)
    {
        var piece = IsLikely(hash) ? Volatile.Read(ref _slots[hash >> (64 - SlotBits)]) : null;
        while (piece is not null && piece.Hash != hash)
        {
            piece = piece.Next;
        }
        return piece;
    }

    private bool IsLikely(ulong hash) => (_filter[Bit(hash) / 64] >> (int)(Bit(hash) % 64) & 1) != 0;

    private static uint Bit(ulong hash) => (uint)(hash >> (64 - FilterBits));

    /// <summary>The hash of a piece: its first and its last four characters, which may overlap.</summary>
    private ulong HashAt(ReadOnlySpan<char> text, int index) =>
        ((WordAt(text, index) * Scatter) ^ WordAt(text, index + width - Word)) * Scatter;

    private static ulong WordAt(ReadOnlySpan<char> text, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), index)));

    private static IEnumerable<TermPiece> Chain(TermPiece? first)
    {
        for (var piece = first; piece is not null; piece = piece.Next)
        {
            yield return piece;
        }
    }
}
