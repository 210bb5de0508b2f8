using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// The versions of the owner's files that were once read without an error, so that a broken one never strands mail (design.md section 3).
/// Called by the reader of the files after each change; may throw whatever the store throws: the caller then goes on without.
/// </summary>
public interface IGoodFiles
{
    /// <summary>Keeps a good file. The same kind and text again moves <see cref="GoodFile.SavedAt"/> on instead of adding a second; another text under the same version is kept beside the first.</summary>
    Task SaveGoodAsync(GoodFile file, CancellationToken token);

    /// <summary>All that are kept of that file, in any order.</summary>
    /// <param name="kind"><see cref="GoodFile.Kind"/>.</param>
    /// <param name="source"><see cref="GoodFile.Source"/>: the versions of another file of that kind are none of this one.</param>
    Task<IReadOnlyList<GoodFile>> GoodVersionsAsync(string kind, string source, CancellationToken token);
}

/// <summary>One good version of a file.</summary>
/// <param name="Kind"><c>code</c> or <c>clients</c>.</param>
/// <param name="Version">The Code's version; 0 for clients, which have none.</param>
/// <param name="Effective">The first local day (the owner's zone) on which it is in force; null for at once.</param>
/// <param name="Text">The whole file.</param>
/// <param name="SavedAt">When it was last seen to be the good one on disk.</param>
/// <param name="Source">Which file of that kind, where mailboxes have their own: empty for the shared one, else the mark of its path.</param>
public sealed record GoodFile(string Kind, int Version, LocalDate? Effective, string Text, Instant SavedAt, string Source = "");
