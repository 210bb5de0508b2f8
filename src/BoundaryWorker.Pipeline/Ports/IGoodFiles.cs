using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>The last good versions of her files, so that a broken one never strands mail (design.md section 3).</summary>
public interface IGoodFiles
{
    /// <summary>Keeps a version that was read without error; one of the same kind, version and text is kept once.</summary>
    Task SaveGoodAsync(GoodFile file, CancellationToken token);

    /// <summary>All kept versions of a kind, newest first.</summary>
    Task<IReadOnlyList<GoodFile>> GoodVersionsAsync(string kind, CancellationToken token);
}

/// <summary>A file that was good.</summary>
/// <param name="Kind"><c>code</c> or <c>clients</c>.</param>
/// <param name="Version">The Code's version; 0 for clients.</param>
/// <param name="Effective">From which local day the Code is in force; null for at once.</param>
/// <param name="Text">The whole text.</param>
/// <param name="SavedAt">When it was first read.</param>
public sealed record GoodFile(string Kind, int Version, LocalDate? Effective, string Text, Instant SavedAt);
