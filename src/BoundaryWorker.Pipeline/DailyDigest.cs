using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>When the digest is sent and about which mailboxes.</summary>
/// <param name="Before">So long before the day's first opening.</param>
/// <param name="Mode">The mode it speaks in: the furthest of its mailboxes.</param>
/// <param name="Mailboxes">Ids, for the last looks.</param>
public sealed record DigestPlan(Duration Before, Mode Mode, IReadOnlyList<string> Mailboxes)
{
    /// <summary>Which Code it is about; empty for the shared one.</summary>
    public string Office { get; init; } = "";

    /// <summary>The mailboxes of all other offices. What the ledger knows of a mailbox that is no longer watched belongs to the first office (<see cref="TakesForsaken"/>).</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Whether it also tells of mailboxes that are in the settings no more.</summary>
    public bool TakesForsaken { get; init; } = true;

    /// <summary>Mailboxes that are only observed, although others act.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>Its language; null for the first of the Code.</summary>
    public string? Language { get; init; }

    /// <summary>Whether mail of that mailbox is told in it.</summary>
    public bool Covers(string mailbox) => TakesForsaken ? !Elsewhere.Contains(mailbox) : Mailboxes.Contains(mailbox);
}

/// <summary>The morning's digest: claimed with its bytes, marked, sent, confirmed; one a day for each Code, whatever happens in between.</summary>
public sealed class DailyDigest(
    ILedger ledger, MailToOwner mail, DigestPreviews previews, StandingSource standings, INotices notices, DigestPlan plan, IClock clock, ISteps steps)
{
    private const string NothingToTell = "nothing to tell";
    private static readonly Duration FirstReach = Duration.FromDays(7);

    /// <summary>The next instant at which one becomes due, or null.</summary>
    public Instant? NextDue(BoundaryCode code) =>
        DigestTime.Next(standings.WindowsOf(code).Owner, code.Owner.Zone, plan.Before, code.HoldThroughLeave, clock.GetCurrentInstant());

    /// <summary>Since when one is due that was not claimed yet; null where none is, <see cref="Instant.MinValue"/> for the weekly one of a leave.</summary>
    public async Task<Instant?> DueSinceAsync(BoundaryCode code, CancellationToken token) =>
        Due(code, clock.GetCurrentInstant()) is { } due && await ledger.LastDigestDayAsync(plan.Office, token) is var last && (last is null || last < due.Day)
            ? due.Opening - plan.Before is var since && since <= clock.GetCurrentInstant() ? since : Instant.MinValue
            : null;

    /// <summary>Sends the one that is due, and any that was claimed and not sent before a crash.</summary>
    public async Task SendDueAsync(BoundaryCode code, Func<string, ClientBook> clients, IReadOnlyList<string> problems, CancellationToken token)
    {
        foreach (var (day, bytes, marked) in await ledger.UnsentDigestsAsync(plan.Office, token))
        {
            await (bytes.Bytes.Length == 0 ? DoneAsync(day, NothingToTell, token) : marked ? ResolveAsync(day, bytes, token) : SendAsync(day, bytes, token));
        }

        var now = clock.GetCurrentInstant();
        if (await DueSinceAsync(code, token) is not null && Due(code, now) is { } due)
        {
            await WriteAsync(due, code, clients, problems, now, token);
        }
    }

    private Owner OwnerOf(BoundaryCode code) => plan.Language is not { } language
        ? code.Owner
        : code.Owner with { Languages = [language, .. code.Owner.Languages.Where(l => l != language)] };

    private DueDigest? Due(BoundaryCode code, Instant now) =>
        DigestTime.Due(standings.WindowsOf(code).Owner, code.Owner.Zone, plan.Before, code.HoldThroughLeave, now);

    private DigestKey Key(LocalDate day) => new(plan.Office, day);

    private async Task WriteAsync(DueDigest due, BoundaryCode code, Func<string, ClientBook> clients, IReadOnlyList<string> problems, Instant now, CancellationToken token)
    {
        var facts = await FactsAsync(due, code, clients, problems, now, token);
        if (facts.IsEmpty)
        {
            // Claimed all the same: what comes later in the day belongs to tomorrow's.
            if (await ledger.ClaimDigestAsync(Key(due.Day), new OutgoingBytes("", null, mail.Recipient(code.Owner), []), now, token))
            {
                await DoneAsync(due.Day, NothingToTell, token);
            }

            return;
        }

        var (bytes, whyNot) = mail.Write(facts, OwnerOf(code));
        if (bytes is null)
        {
            await notices.TellAsync(Notice.DigestFailed(whyNot ?? ""), token);
        }
        else if (await ledger.ClaimDigestAsync(Key(due.Day), bytes, now, token))
        {
            steps.Reached(Step.DigestClaimed);
            await notices.OverAsync(Notice.DigestFailed(""), token);
            await SendAsync(due.Day, bytes, token);
        }
    }

    private async Task SendAsync(LocalDate day, OutgoingBytes bytes, CancellationToken token)
    {
        await ledger.MarkDigestSendingAsync(Key(day), clock.GetCurrentInstant(), token);
        steps.Reached(Step.DigestMarked);

        var outcome = await mail.SendAsync(bytes, token);
        steps.Reached(Step.DigestSent);

        if (outcome.Result == SendResult.TryAgain)
        {
            await ledger.MarkDigestSendingAsync(Key(day), null, CancellationToken.None);
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
        ledger.MarkDigestDoneAsync(Key(day), clock.GetCurrentInstant(), how, token);

    private async Task<Dictionary<string, string>> CameBackAsync(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries, CancellationToken token)
    {
        var persons = new Dictionary<string, string>();
        foreach (var key in entries.Select(e => DigestLines.KeyOfReturned(e.Message)).OfType<string>().Distinct())
        {
            if (await ledger.RecipientOfAsync(key, token) is { } person)
            {
                persons[key] = person;
            }
        }

        return persons;
    }

    private async Task<DigestFacts> FactsAsync(
        DueDigest due, BoundaryCode code, Func<string, ClientBook> clients, IReadOnlyList<string> problems, Instant now, CancellationToken token)
    {
        var since = await ledger.LastDigestAsync(plan.Office, token) ?? now - FirstReach;
        var entries = (await ledger.SinceAsync(since, token)).Where(e => plan.Covers(e.Message.Mailbox)).ToList();
        var looks = new List<DigestLook>();
        foreach (var mailbox in plan.Mailboxes)
        {
            looks.Add(new DigestLook(mailbox, (await ledger.LastLookAsync(mailbox, token)).At));
        }

        var lines = new DigestLines(clients, plan, OwnerOf(code).Languages[0]) { CameBack = await CameBackAsync(entries, token) };
        var words = await previews.OfAsync(lines.HeldInOrder(entries), token);
        return new DigestFacts
        {
            Day = due.Day,
            Office = plan.Office,
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
