using BoundaryWorker.Core.Code;

namespace BoundaryWorker.Pipeline;

/// <summary>What the owner's files allow right now (design.md section 3, "A broken file never strands mail").</summary>
public abstract record FilesState
{
    private FilesState()
    {
    }

    /// <summary>Both files can be used.</summary>
    /// <param name="Code">The version that is in force today.</param>
    /// <param name="Clients">Her clients.</param>
    /// <param name="Warnings">What is probably not meant, one line each.</param>
    public sealed record Good(BoundaryCode Code, ClientBook Clients, IReadOnlyList<string> Warnings) : FilesState;

    /// <summary>A file is broken or missing: nothing new is held or answered, and what is held goes back when it should.</summary>
    /// <param name="LastGoodCode">Gives the release times; null where there never was a good one: Held is emptied at once.</param>
    /// <param name="LastGoodClients">For extra hours of clients; null where there never was a good one.</param>
    /// <param name="Problems">Every error, one line each, to be told to the owner once.</param>
    public sealed record ReleaseOnly(BoundaryCode? LastGoodCode, ClientBook? LastGoodClients, IReadOnlyList<string> Problems) : FilesState;
}
