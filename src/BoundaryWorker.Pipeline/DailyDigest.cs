using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>When the digest is sent and about which mailboxes.</summary>
/// <param name="Before">So long before the day's first opening.</param>
/// <param name="Mode">The mode it speaks in.</param>
/// <param name="Mailboxes">Ids, for the last looks.</param>
public sealed record DigestPlan(Duration Before, Mode Mode, IReadOnlyList<string> Mailboxes);

/// <summary>The morning's digest: claimed with its bytes, marked, sent, confirmed; one a day, whatever happens in between.</summary>
public sealed class DailyDigest(
    ILedger ledger, MailToOwner mail, DigestPreviews previews, StandingSource standings, INotices notices, DigestPlan plan, IClock clock, ISteps steps)
{
    private const string NothingToTell = "nothing to tell";
    private static readonly Duration FirstReach = Duration.FromDays(7);

    /// <summary>The next instant at which one becomes due, or null.</summary>
    public Instant? NextDue(BoundaryCode code) =>
        DigestTime.Next(standings.WindowsOf(code).Owner, code.Owner.Zone, plan.Before, code.HoldThroughLeave, clock.GetCurrentInstant());

    /// <summary>Sends the one that is due, and any that was claimed and not sent before a crash.</summary>
    public async Task SendDueAsync(BoundaryCode code, ClientBook clients, IReadOnlyList<string> problems, CancellationToken token)
    {
        foreach (var (day, bytes, marked) in await ledger.UnsentDigestsAsync(token))
        {
            await (bytes.Bytes.Length == 0 ? DoneAsync(day, NothingToTell, token) : marked ? ResolveAsync(day, bytes, token) : SendAsync(day, bytes, token));
        }

        var now = clock.GetCurrentInstant();
        if (DigestTime.Due(standings.WindowsOf(code).Owner, code.Owner.Zone, plan.Before, code.HoldThroughLeave, now) is { } due
            && await ledger.LastDigestDayAsync(token) is var last && (last is null || last < due.Day))
        {
            await WriteAsync(due, code, clients, problems, now, token);
        }
    }

    private async Task WriteAsync(DueDigest due, BoundaryCode code, ClientBook clients, IReadOnlyList<string> problems, Instant now, CancellationToken token)
    {
        var facts = await FactsAsync(due, code, clients, problems, now, token);
        if (facts.IsEmpty)
        {
            // Claimed all the same: what comes later in the day belongs to tomorrow's.
            if (await ledger.ClaimDigestAsync(due.Day, new OutgoingBytes("", null, mail.Recipient(code.Owner), []), now, token))
            {
                await DoneAsync(due.Day, NothingToTell, token);
            }

            return;
        }

        var (bytes, whyNot) = mail.Write(facts, code.Owner);
        if (bytes is null)
        {
            await notices.TellAsync(Notice.DigestFailed(whyNot ?? ""), token);
        }
        else if (await ledger.ClaimDigestAsync(due.Day, bytes, now, token))
        {
            steps.Reached(Step.DigestClaimed);
            await notices.OverAsync(Notice.DigestFailed(""), token);
            await SendAsync(due.Day, bytes, token);
        }
    }

    private async Task SendAsync(LocalDate day, OutgoingBytes bytes, CancellationToken token)
    {
        await ledger.MarkDigestSendingAsync(day, clock.GetCurrentInstant(), token);
        steps.Reached(Step.DigestMarked);

        var outcome = await mail.SendAsync(bytes, token);
        steps.Reached(Step.DigestSent);

        if (outcome.Result == SendResult.TryAgain)
        {
            await ledger.MarkDigestSendingAsync(day, null, CancellationToken.None);
        }
        else
        {
            await DoneAsync(day, outcome.Result.ToString(), token);
        }
    }

    /// <summary>Cut off between the mark and the confirmation: sent again only when it surely was not.</summary>
    private async Task ResolveAsync(LocalDate day, OutgoingBytes bytes, CancellationToken token)
    {
        var sent = await mail.WasSentAsync(bytes.MessageId, token);
        if (sent is false)
        {
            await SendAsync(day, bytes, token);
        }
        else
        {
            await DoneAsync(day, sent is true ? "found sent" : "outcome unknown", token);
        }
    }

    private Task DoneAsync(LocalDate day, string how, CancellationToken token) =>
        ledger.MarkDigestDoneAsync(day, clock.GetCurrentInstant(), how, token);

    private async Task<DigestFacts> FactsAsync(
        DueDigest due, BoundaryCode code, ClientBook clients, IReadOnlyList<string> problems, Instant now, CancellationToken token)
    {
        var since = await ledger.LastDigestAsync(token) ?? now - FirstReach;
        var entries = await ledger.SinceAsync(since, token);
        var looks = new List<DigestLook>();
        foreach (var mailbox in plan.Mailboxes)
        {
            looks.Add(new DigestLook(mailbox, (await ledger.LastLookAsync(mailbox, token)).At));
        }

        var lines = new DigestLines(clients, plan.Mode, code.Owner.Languages[0]);
        var words = await previews.OfAsync(lines.HeldInOrder(entries), token);
        return new DigestFacts
        {
            Day = due.Day,
            Now = now,
            Mode = plan.Mode,
            IsLate = due.IsLate,
            NextOpening = due.Opening,
            Held = lines.Held(entries, words),
            InInbox = lines.InInbox(entries, since),
            Strangers = lines.Strangers(entries, since),
            Failures = lines.Failures(entries, since),
            Notes = problems,
            LastLooks = looks,
        };
    }
}
