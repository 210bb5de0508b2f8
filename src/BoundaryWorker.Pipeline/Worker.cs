using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>One mailbox as the worker has it.</summary>
/// <param name="Round">What is due in it.</param>
/// <param name="Policy">What is done there.</param>
public sealed record WatchedMailbox(MailboxRound Round, MailboxPolicy Policy);

/// <summary>
/// The whole worker: her files, all mailboxes, the digest, requests of other commands. Timers only say when to come; what is due is found out from
/// the ledger and the clock, so a round may be run at any time and as often as one likes.
/// </summary>
public sealed class Worker(
    ILedger ledger, IOwnerFiles files, StandingSource standings, IReadOnlyList<WatchedMailbox> mailboxes, DailyDigest digest, OwnerNotices notices, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>The mailboxes, to wait for changes in.</summary>
    public IReadOnlyList<WatchedMailbox> Mailboxes => mailboxes;

    /// <summary>Does everything that is due: files, requests, each mailbox, digest, notices. Mailboxes go side by side; one that fails stops no other.</summary>
    public async Task<RoundResult> RoundAsync(CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        try
        {
            var state = await files.LookAsync(clock.GetCurrentInstant(), token);
            await NoteFilesAsync(state, token);
            await AnswerRequestsAsync(state, token);

            var dues = await Task.WhenAll(mailboxes.Select(m => m.Round.RunAsync(standings.For(state, m.Round.Mailbox, m.Policy), token)));

            var code = CodeOf(state);
            if (code is not null)
            {
                await digest.SendDueAsync(code, ClientsOf(state), ProblemsOf(state), token);
                await notices.SendPendingAsync(code, standings.WindowsOf(code).Owner, token);
            }
            else
            {
                await notices.SendWithoutCodeAsync(token);
            }

            return new RoundResult(state, dues.Where(d => d is not null).Min(), NextOpening(state), code is null ? null : digest.NextDue(code));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Forgets what ended so long ago that nothing depends on it (promise 10).</summary>
    public Task<int> PurgeAsync(Duration retention, CancellationToken token) =>
        ledger.PurgeAsync(clock.GetCurrentInstant() - retention, token);

    /// <summary>Releases everything, or one message, in every mailbox.</summary>
    /// <param name="id">The beginning of a message's id, or null for all.</param>
    /// <returns>How many came back.</returns>
    public async Task<int> ReleaseAsync(string? id, CancellationToken token)
    {
        var state = await files.LookAsync(clock.GetCurrentInstant(), token);
        return await ReleaseAsync(id, state, token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _oneAtATime.Dispose();
        foreach (var mailbox in mailboxes)
        {
            mailbox.Round.Dispose();
        }
    }

    private async Task<int> ReleaseAsync(string? id, FilesState state, CancellationToken token)
    {
        var count = 0;
        foreach (var mailbox in mailboxes)
        {
            count += await mailbox.Round.ReleaseNowAsync(id, standings.For(state, mailbox.Round.Mailbox, mailbox.Policy), token);
        }

        return count;
    }

    private async Task AnswerRequestsAsync(FilesState state, CancellationToken token)
    {
        foreach (var request in await ledger.OpenRequestsAsync(token))
        {
            try
            {
                await ledger.AnswerAsync(request.Id, await AnswerAsync(request, state, token), clock.GetCurrentInstant(), token);
            }
            catch (MailboxUnavailableException)
            {
                // It stays open until the mailbox can be reached; the round itself tells her.
            }
        }
    }

    private async Task<string> AnswerAsync(Request request, FilesState state, CancellationToken token) => request.Kind switch
    {
        RequestKind.ReleaseAll => $"{await ReleaseAsync(null, state, token)}",
        RequestKind.Release => $"{await ReleaseAsync(request.Argument, state, token)}",
        RequestKind.ResumeReplies => await ResumeRepliesAsync(token),
        _ => "unknown",
    };

    /// <summary>Closes the circuit breaker (A16).</summary>
    public async Task<string> ResumeRepliesAsync(CancellationToken token)
    {
        await ledger.SetBreakerAsync(false, clock.GetCurrentInstant(), token);
        await notices.OverAsync(Notice.BreakerOpen(0), token);
        return "1";
    }

    private async Task NoteFilesAsync(FilesState state, CancellationToken token)
    {
        if (state is FilesState.ReleaseOnly broken)
        {
            await notices.TellAsync(Notice.BrokenFiles(string.Join('\n', broken.Problems)), token);
            return;
        }

        await notices.OverAsync(Notice.BrokenFiles(""), token);
        if (CodeOf(state) is { } code && standings.HolidaysOf(code) is var holidays
            && holidays.DataEndsSoon(clock.GetCurrentInstant(), code.Owner.Zone))
        {
            await notices.TellAsync(Notice.HolidaysEnd(holidays.Region, holidays.LastDay.ToString("uuuu-MM-dd", null)), token);
        }
    }

    private Instant? NextOpening(FilesState state)
    {
        var now = clock.GetCurrentInstant();
        return CodeOf(state) is { } code && standings.WindowsOf(code).Owner is var windows && !windows.IsOpen(now)
            ? windows.NextOpening(now)
            : null;
    }

    private static Core.Code.ClientBook ClientsOf(FilesState state) => state switch
    {
        FilesState.Good good => good.Clients,
        FilesState.ReleaseOnly { LastGoodClients: { } clients } => clients,
        _ => Core.Code.ClientBook.Empty,
    };

    private static IReadOnlyList<string> ProblemsOf(FilesState state) => state is FilesState.ReleaseOnly broken ? broken.Problems : [];

    private static Core.Code.BoundaryCode? CodeOf(FilesState state) => state switch
    {
        FilesState.Good good => good.Code,
        FilesState.ReleaseOnly broken => broken.LastGoodCode,
        _ => null,
    };
}

/// <summary>What other commands may ask of the running worker.</summary>
public static class RequestKind
{
    /// <summary>Release everything.</summary>
    public const string ReleaseAll = "release-all";

    /// <summary>Release the message whose id begins with the argument.</summary>
    public const string Release = "release";

    /// <summary>Close the circuit breaker.</summary>
    public const string ResumeReplies = "resume-replies";
}

/// <summary>When to come back at the latest, beside the poll.</summary>
/// <param name="Files">What her files allow.</param>
/// <param name="NextDue">The next release or reply.</param>
/// <param name="NextOpening">The next opening, null while she works.</param>
/// <param name="NextDigest">The next digest.</param>
public sealed record RoundResult(FilesState Files, Instant? NextDue, Instant? NextOpening, Instant? NextDigest);
