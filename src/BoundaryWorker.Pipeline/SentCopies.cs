using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Sees to it that each reply that went out lies in her Sent folder once (replies.md E5). Some hosts file what they send by themselves: they are known by looking,
/// for up to a minute after the sending and over as many rounds as that takes; nobody waits for it. Where nothing has appeared by then the copy is filed here. What a host does is
/// remembered, and learned anew when it turns out to be wrong. Looks before it files, so that a crash at any point leaves one copy; never sends anything.
/// Digests and notices get no copy: they come to herself, and would only lie there twice.
/// </summary>
/// <param name="host">The host mail goes out through, under whose name its habit is remembered; null where no copies are filed.</param>
public sealed partial class SentCopies(
    string? host, IMailbox mailbox, ILedger ledger, INotices notices, IClock clock, ISteps steps, ILogger<SentCopies> logger)
{
    /// <summary>How long a host is given to file by itself.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(60);

    /// <summary>How often it is looked meanwhile.</summary>
    public static readonly Duration Between = Duration.FromSeconds(20);

    /// <summary>After this a copy that cannot be filed is given up: the bytes of a reply are not kept for good (promise 10).</summary>
    public static readonly Duration GiveUpAfter = Duration.FromDays(1);

    // The clocks of this machine and of the server, which stamps what it files, may differ by five minutes (design.md section 4).
    private static readonly Duration Slack = Duration.FromMinutes(10);

    /// <summary>Whether a reply that was sent needs a copy.</summary>
    public bool AreFiled => host is not null;

    /// <summary>Looks for the copies that are due, and files those that are missing.</summary>
    /// <returns>When to come back, or null.</returns>
    public async Task<Instant?> SeeToAsync(CancellationToken token)
    {
        var copies = await ledger.SentCopiesAsync(mailbox.Id, token);
        if (copies.Count == 0)
        {
            return null;
        }

        try
        {
            var sent = await mailbox.SentSinceAsync(copies.Min(c => c.SentAt) - Slack, token);
            Instant? next = null;
            foreach (var copy in copies)
            {
                var due = await SeeToAsync(copy, sent.Count(s => SentMatch.Is(s, copy.Message.MessageId)), token);
                next = due is { } d && next is { } n ? Instant.Min(d, n) : due ?? next;
            }

            return next;
        }
        catch (MailboxUnavailableException unavailable)
        {
            // Everything else of the round is done by now: the next one finds out whether the mailbox can be reached at all.
            LogLater(logger, mailbox.Id, unavailable.Message);
            return null;
        }
    }

    private async Task<Instant?> SeeToAsync(SentCopy copy, int found, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var waited = now - copy.SentAt;
        if (host is null || waited > GiveUpAfter)
        {
            await EndAsync(copy, token);
            return null;
        }

        if (copy.FiledAt is { } filed)
        {
            return await CountAsync(copy, filed, found, now, token);
        }

        if (found > 0)
        {
            // Found before we ever tried: only the host can have filed it.
            if (copy.MarkedAt is null)
            {
                await ledger.NoteFilesItselfAsync(host, true, now, token);
            }

            await EndAsync(copy, token);
            return null;
        }

        if (copy.MarkedAt is null && waited < Patience && await ledger.FilesItselfAsync(host, token) is not false)
        {
            return Instant.Min(copy.SentAt + Patience, now + Between);
        }

        return await FileAsync(copy, now, token);
    }

    /// <summary>One that was filed by us is looked at once more, a minute later: a second one says that the host files too, only later. Both stay: what lies in her folders is hers.</summary>
    private async Task<Instant?> CountAsync(SentCopy copy, Instant filed, int found, Instant now, CancellationToken token)
    {
        if (found > 1)
        {
            await ledger.NoteFilesItselfAsync(host!, true, now, token);
        }
        else if (now < filed + Patience)
        {
            return filed + Patience;
        }

        await EndAsync(copy, token);
        return null;
    }

    private async Task<Instant?> FileAsync(SentCopy copy, Instant now, CancellationToken token)
    {
        await ledger.MarkCopyAsync(copy.Message.MessageId, now, token);
        steps.Reached(Step.SentCopyMarked);

        var result = await mailbox.FileSentAsync(copy.Message, copy.SentAt, token);
        steps.Reached(Step.SentCopyFiled);

        if (!result.IsFiled)
        {
            LogNotFiled(logger, mailbox.Id);
            await notices.TellAsync(Notice.CannotFileSent(mailbox.Id, result.WhyNot ?? ""), token);
            return null;
        }

        if (now - copy.SentAt >= Patience)
        {
            await ledger.NoteFilesItselfAsync(host!, false, now, token);
        }

        await ledger.ConfirmCopyFiledAsync(copy.Message.MessageId, now, token);
        steps.Reached(Step.SentCopyConfirmed);
        await notices.OverAsync(Notice.CannotFileSent(mailbox.Id, ""), token);
        return now + Patience;
    }

    private async Task EndAsync(SentCopy copy, CancellationToken token)
    {
        await ledger.EndCopyAsync(copy.Message.MessageId, token);
        steps.Reached(Step.SentCopySeenTo);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Mailbox}: the Sent folder cannot be looked at: {Why} It is tried again")]
    private static partial void LogLater(ILogger logger, string mailbox, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Mailbox}: the copy of a reply could not be filed in the Sent folder. It is tried again for a day")]
    private static partial void LogNotFiled(ILogger logger, string mailbox);
}
