using BoundaryWorker.Core.Code;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>One mailbox as the worker has it.</summary>
/// <param name="Round">What is due in it.</param>
/// <param name="Policy">What is done there.</param>
/// <param name="Files">What it is kept by.</param>
public sealed record WatchedMailbox(MailboxRound Round, MailboxPolicy Policy, FileSet Files)
{
    /// <summary>Its id.</summary>
    public string Id => Round.Mailbox;
}

/// <summary>
/// Mailboxes that share a Code, and so an owner: one digest at her hours in her language, one set of notices, both through the first of her mailboxes.
/// A Code of its own makes an office of its own, although the same person may keep two.
/// </summary>
/// <param name="id">Empty for the shared Code, else the mark of the Code's path.</param>
/// <param name="mailboxes">Its mailboxes; one at least.</param>
/// <param name="digest">Its digest.</param>
/// <param name="mail">Mails its notices.</param>
/// <param name="notices">Takes its notices.</param>
/// <param name="clock">The clock.</param>
public sealed class Office(
    string id, IReadOnlyList<WatchedMailbox> mailboxes, DailyDigest digest, OwnerNotices mail, INotices notices, IClock clock)
{
    /// <summary>So long the digest waits at most for a look of every mailbox since it became due: one that does not answer does not hold it up.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(1);

    private readonly IReadOnlyList<FileSet> _sets = [.. mailboxes.Select(m => m.Files).Distinct()];
    private volatile object? _waitsSince;

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Its mailboxes.</summary>
    public IReadOnlyList<WatchedMailbox> Mailboxes => mailboxes;

    /// <summary>The files its mailboxes are kept by: one Code, perhaps several lists of clients.</summary>
    public IReadOnlyList<FileSet> Sets => _sets;

    /// <summary>What its owner was told, or is to be.</summary>
    public OwnerNotices Mail => mail;

    /// <summary>Takes its notices.</summary>
    public INotices Notices => notices;

    /// <summary>Whether a digest is due that waits for a look of every mailbox.</summary>
    public bool IsWaiting => _waitsSince is not null;

    /// <summary>Does what is due for its owner: her files, digest, notices. One at a time.</summary>
    public async Task<OfficeResult> RunAsync(CancellationToken token)
    {
        var states = await LookAtFilesAsync(token);
        if (states.Select(s => s.State.CodeOf()).FirstOrDefault(c => c is not null) is not { } code)
        {
            await mail.SendWithoutCodeAsync(token);
            return new OfficeResult(null, null);
        }

        var standings = states.First(s => s.State.CodeOf() is not null).Set.Standings;
        var retry = await SendDigestAsync(code, states, token);
        await mail.SendPendingAsync(code, standings.WindowsOf(code).Owner, token);
        var now = clock.GetCurrentInstant();
        var windows = standings.WindowsOf(code).Owner;
        return new OfficeResult(windows.IsOpen(now) ? null : windows.NextOpening(now), retry ?? digest.NextDue(code));
    }

    private async Task<IReadOnlyList<(FileSet Set, FilesState State)>> LookAtFilesAsync(CancellationToken token)
    {
        var states = new List<(FileSet, FilesState)>();
        foreach (var set in _sets)
        {
            states.Add((set, await set.LookAsync(clock.GetCurrentInstant(), token)));
        }

        var problems = states.SelectMany(s => s.Item2.ProblemsOf()).Distinct().ToList();
        if (states.Exists(s => s.Item2 is FilesState.ReleaseOnly))
        {
            await notices.TellAsync(Notice.BrokenFiles(string.Join('\n', problems)), token);
            return states;
        }

        await notices.OverAsync(Notice.BrokenFiles(""), token);
        var (first, state) = states[0];
        if (state.CodeOf() is { } code && first.Standings.HolidaysOf(code) is var holidays && holidays.DataEndsSoon(clock.GetCurrentInstant(), code.Owner.Zone))
        {
            await notices.TellAsync(Notice.HolidaysEnd(holidays.Region, holidays.LastDay.ToString("uuuu-MM-dd", null)), token);
        }

        return states;
    }

    /// <summary>Sends what is due; the instant to come back where the digest waits for a look.</summary>
    private async Task<Instant?> SendDigestAsync(BoundaryCode code, IReadOnlyList<(FileSet Set, FilesState State)> states, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (await digest.DueSinceAsync(code, token) is { } due)
        {
            // Said first and looked at then: a round that ends meanwhile either is seen here or sees that it is waited for.
            _waitsSince ??= now;
            var end = (Instant)_waitsSince + Patience;
            if (now < end && mailboxes.Any(m => !(m.Round.LastBegan >= due)))
            {
                return end;
            }
        }

        _waitsSince = null;
        var books = mailboxes.ToDictionary(m => m.Id, m => states.First(s => s.Set == m.Files).State.ClientsOf());
        await digest.SendDueAsync(code, m => books.GetValueOrDefault(m) ?? ClientBook.Empty, [.. states.SelectMany(s => s.State.ProblemsOf()).Distinct()], token);
        return null;
    }
}

/// <summary>When to come back to an office at the latest, beside the poll.</summary>
/// <param name="NextOpening">Its next opening, when what is pending is mailed; null while she works.</param>
/// <param name="NextDigest">The next digest.</param>
public sealed record OfficeResult(Instant? NextOpening, Instant? NextDigest);
