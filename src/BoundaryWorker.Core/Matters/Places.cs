namespace BoundaryWorker.Core.Matters;

/// <summary>Places of words in a sentence. Those from the 64th on are one: whoever looks there looks everywhere from there on.</summary>
internal readonly record struct Places(ulong Bits)
{
    private const int Last = 63;

    /// <summary>All places.</summary>
    public static Places Everywhere { get; } = new(ulong.MaxValue);

    /// <summary>These and another one.</summary>
    public Places With(int place) => new(Bits | (1UL << Math.Min(place, Last)));

    /// <summary>Whether it is one of them.</summary>
    public bool Has(int place) => (Bits & (1UL << Math.Min(place, Last))) != 0;
}
