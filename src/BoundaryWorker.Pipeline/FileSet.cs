using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// The files some mailboxes are kept by: one Code and one list of clients. Each set is read, broken and put right by itself: an error in one leaves the
/// mailboxes of every other alone.
/// </summary>
public sealed class FileSet(IOwnerFiles files, StandingSource standings)
{
    private volatile FilesState? _last;

    /// <summary>Makes of them what a mailbox is decided by.</summary>
    public StandingSource Standings => standings;

    /// <summary>What they allowed when they were last looked at; null before the first look.</summary>
    public FilesState? Last => _last;

    /// <summary>Looks at them.</summary>
    public async Task<FilesState> LookAsync(Instant now, CancellationToken token)
    {
        var state = await files.LookAsync(now, token);
        standings.Note(state);
        _last = state;
        return state;
    }
}

/// <summary>The Code of a state, whether good or the last good one.</summary>
public static class FilesStates
{
    /// <summary>Its Code; null where there never was a good one.</summary>
    public static BoundaryCode? CodeOf(this FilesState state) => state switch
    {
        FilesState.Good good => good.Code,
        FilesState.ReleaseOnly broken => broken.LastGoodCode,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Its clients; none where there never was a good list.</summary>
    public static ClientBook ClientsOf(this FilesState state) => state switch
    {
        FilesState.Good good => good.Clients,
        FilesState.ReleaseOnly { LastGoodClients: { } clients } => clients,
        _ => ClientBook.Empty,
    };

    /// <summary>What is wrong, one line each.</summary>
    public static IReadOnlyList<string> ProblemsOf(this FilesState state) => state is FilesState.ReleaseOnly broken ? broken.Problems : [];
}

/// <summary>
/// Whose Codes the worker keeps. Two people may share a worker and be each other's clients; one person may have two Codes, and then her addresses in the
/// one are hers in the other too (A2).
/// </summary>
public sealed class KnownOwners
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, Owner> _byOffice = [];

    /// <summary>The owner of an office, as its Code says now.</summary>
    public void Note(string office, Owner owner)
    {
        lock (_guard)
        {
            _byOffice[office] = owner;
        }
    }

    /// <summary>Her addresses in the other Codes that are hers.</summary>
    public IReadOnlyList<EmailAddress> AlsoHers(string office, Owner owner)
    {
        lock (_guard)
        {
            return [.. _byOffice.Where(o => o.Key != office && o.Value.IsSamePersonAs(owner)).SelectMany(o => o.Value.Addresses).Except(owner.Addresses)];
        }
    }
}
