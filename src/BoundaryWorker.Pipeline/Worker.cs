using System.Globalization;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// The whole worker: all offices with their mailboxes, and the requests of other commands. Each mailbox, each office and the requests go at their own pace,
/// so that one that fails or does not answer delays nobody else. Timers only say when to come; what is due is found out from the ledger and the clock, so
/// each may be run at any time and as often as one likes.
/// </summary>
public sealed class Worker(ILedger ledger, IReadOnlyList<Office> offices, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim _firstLook = new(1, 1);
    private volatile bool _knowsAllFiles;

    /// <summary>The offices; the first is that of the first mailbox.</summary>
    public IReadOnlyList<Office> Offices => offices;

    /// <summary>All mailboxes.</summary>
    public IReadOnlyList<WatchedMailbox> Mailboxes { get; } = [.. offices.SelectMany(o => o.Mailboxes)];

    /// <summary>Does everything that is due in one mailbox.</summary>
    public async Task<MailboxResult> RunMailboxAsync(WatchedMailbox mailbox, CancellationToken token)
    {
        await LookAtAllFilesOnceAsync(token);
        var state = await mailbox.Files.LookAsync(clock.GetCurrentInstant(), token);
        var next = await mailbox.Round.RunAsync(mailbox.Files.Standings.For(state, mailbox.Id, mailbox.Policy), token);
        return new MailboxResult(next, NextOpening(mailbox.Files, state));
    }

    /// <summary>Does everything that is due everywhere, once: for whoever drives the worker step by step. Mailboxes go side by side.</summary>
    public async Task<RoundResult> RoundAsync(CancellationToken token)
    {
        await AnswerRequestsAsync(token);
        var mailboxResults = await Task.WhenAll(Mailboxes.Select(m => RunMailboxAsync(m, token)));
        var officeResults = new List<OfficeResult>();
        foreach (var office in offices)
        {
            officeResults.Add(await office.RunAsync(token));
        }

        return new RoundResult(
            mailboxResults.Select(r => r.NextDue).Min(),
            mailboxResults.Select(r => r.NextOpening).Concat(officeResults.Select(r => r.NextOpening)).Min(),
            officeResults.Select(r => r.NextDigest).Min());
    }

    /// <summary>Does what other commands ask for.</summary>
    public async Task AnswerRequestsAsync(CancellationToken token)
    {
        foreach (var request in await ledger.OpenRequestsAsync(token))
        {
            await ledger.AnswerAsync(request.Id, await AnswerAsync(request, token), clock.GetCurrentInstant(), token);
        }
    }

    /// <summary>Forgets what ended so long ago that nothing depends on it (promise 10).</summary>
    public Task<int> PurgeAsync(Duration retention, CancellationToken token) =>
        ledger.PurgeAsync(clock.GetCurrentInstant() - retention, token);

    /// <summary>Releases everything, or one message, in every mailbox; one that fails keeps none of the others.</summary>
    /// <param name="id">The beginning of a message's id, or null for all.</param>
    public async Task<ReleaseResult> ReleaseAsync(string? id, CancellationToken token)
    {
        var results = await Task.WhenAll(Mailboxes.Select(m => ReleaseAsync(m, id, token)));
        return new ReleaseResult(results.Sum(r => r.Count), [.. results.SelectMany(r => r.Failed)]);
    }

    /// <summary>Closes the circuit breaker (A16).</summary>
    public async Task<string> ResumeRepliesAsync(CancellationToken token)
    {
        await ledger.SetBreakerAsync(false, clock.GetCurrentInstant(), token);
        foreach (var office in offices)
        {
            await office.Notices.OverAsync(Notice.BreakerOpen(0), token);
        }

        return "1";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _firstLook.Dispose();
        foreach (var mailbox in Mailboxes)
        {
            mailbox.Round.Dispose();
        }
    }

    /// <summary>Before anything is decided every Code has been read: a person may have two, and her own mail is known by the addresses of both (A2).</summary>
    private async Task LookAtAllFilesOnceAsync(CancellationToken token)
    {
        if (_knowsAllFiles)
        {
            return;
        }

        await _firstLook.WaitAsync(token);
        try
        {
            foreach (var set in offices.SelectMany(o => o.Sets).Where(s => !_knowsAllFiles && s.Last is null))
            {
                await set.LookAsync(clock.GetCurrentInstant(), token);
            }

            _knowsAllFiles = true;
        }
        finally
        {
            _firstLook.Release();
        }
    }

    private async Task<ReleaseResult> ReleaseAsync(WatchedMailbox mailbox, string? id, CancellationToken token)
    {
        try
        {
            var state = await mailbox.Files.LookAsync(clock.GetCurrentInstant(), token);
            return new ReleaseResult(await mailbox.Round.ReleaseNowAsync(id, mailbox.Files.Standings.For(state, mailbox.Id, mailbox.Policy), token), []);
        }
        catch (MailboxUnavailableException unavailable)
        {
            return new ReleaseResult(0, [new(mailbox.Id, unavailable.Message)]);
        }
        catch (Exception unforeseen) when (unforeseen is not (LedgerUnavailableException or OperationCanceledException))
        {
            return new ReleaseResult(0, [new(mailbox.Id, "Something unforeseen stopped it; the log of the next rounds says more.")]);
        }
    }

    private async Task<string> AnswerAsync(Request request, CancellationToken token) => request.Kind switch
    {
        RequestKind.ReleaseAll => (await ReleaseAsync(null, token)).ToAnswer(),
        RequestKind.Release => (await ReleaseAsync(request.Argument, token)).ToAnswer(),
        RequestKind.ResumeReplies => await ResumeRepliesAsync(token),
        _ => "unknown",
    };

    private Instant? NextOpening(FileSet files, FilesState state)
    {
        var now = clock.GetCurrentInstant();
        return state.CodeOf() is { } code && files.Standings.WindowsOf(code).Owner is var windows && !windows.IsOpen(now)
            ? windows.NextOpening(now)
            : null;
    }
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

/// <summary>What a release by her word came to.</summary>
/// <param name="Count">How many came back.</param>
/// <param name="Failed">The mailboxes in which nothing could be done, with the reason in her words.</param>
public sealed record ReleaseResult(int Count, IReadOnlyList<FailedRelease> Failed)
{
    /// <summary>As it is kept in the store for the command that asked: the count, then a line for each mailbox that failed.</summary>
    public string ToAnswer() =>
        string.Join('\n', [Count.ToString(CultureInfo.InvariantCulture), .. Failed.Select(f => $"{f.Mailbox}: {f.Why.ReplaceLineEndings(" ")}")]);

    /// <summary>Reads <see cref="ToAnswer"/>.</summary>
    public static ReleaseResult Parse(string answer)
    {
        var lines = answer.Split('\n');
        return new ReleaseResult(
            int.Parse(lines[0], CultureInfo.InvariantCulture),
            [.. lines.Skip(1).Select(l => l.Split(": ", 2)).Select(p => new FailedRelease(p[0], p[^1]))]);
    }
}

/// <summary>A mailbox in which a release failed.</summary>
public sealed record FailedRelease(string Mailbox, string Why);

/// <summary>When to come back to a mailbox at the latest, beside the poll.</summary>
/// <param name="NextDue">The next release or reply, or the next try after a failure.</param>
/// <param name="NextOpening">The next opening, null while she works.</param>
public sealed record MailboxResult(Instant? NextDue, Instant? NextOpening);

/// <summary>When to come back at the latest after a round of everything.</summary>
/// <param name="NextDue">The next release or reply.</param>
/// <param name="NextOpening">The next opening, null while everybody works.</param>
/// <param name="NextDigest">The next digest.</param>
public sealed record RoundResult(Instant? NextDue, Instant? NextOpening, Instant? NextDigest);
