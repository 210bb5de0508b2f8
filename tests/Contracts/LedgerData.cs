using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>Messages and replies around one weekend, for the ledger's tests.</summary>
internal static class LedgerData
{
    public const string Mailbox = "me";
    public const string Client = "acme";
    public const string Jane = "jane@acme.example";

    /// <summary>Friday evening.</summary>
    public static readonly Instant Closing = Instant.FromUtc(2026, 11, 20, 16, 0);

    /// <summary>Friday evening to Monday morning.</summary>
    public static readonly Interval Weekend = new(Closing, Closing + Duration.FromHours(64));

    /// <summary>Arrived on the weekend, to be held; decided ten seconds later.</summary>
    public static MessageRecord Message(
        string name,
        Instant? received = null,
        MessageState state = MessageState.ToHold,
        string person = Jane,
        string? client = Client,
        string mailbox = Mailbox,
        bool usesAllowance = false,
        string? messageId = null)
    {
        var arrival = received ?? Closing + Duration.FromHours(1);
        var identity = new MessageIdentity(messageId ?? $"{name}@acme.example", "0a0b0c", arrival, 1234);
        return new MessageRecord
        {
            Key = identity.Key(mailbox),
            Mailbox = mailbox,
            Identity = identity,
            Ref = new MessageRef("INBOX", name),
            HomeFolder = "INBOX",
            Person = person,
            ClientId = client,
            Subject = $"Zażółć {name}",
            Matters = [Matter.Task, Matter.Question],
            Decision = Decided(person, client, usesAllowance),
            Mode = Mode.Enforce,
            DecidedAt = arrival + Duration.FromSeconds(10) + Duration.FromTicks(1),
            State = state,
            ReleaseAt = Weekend.End,
        };
    }

    /// <summary>Its reply, recorded with it.</summary>
    public static ReplyRecord Reply(MessageRecord message, string? scope = null, ReplyState state = ReplyState.Waiting, params string[] rules) => new()
    {
        Key = new ReplyKey(message.Person, scope ?? $"window:{Closing}", message.ClientId),
        Message = message.Key,
        Mailbox = message.Mailbox,
        Kind = AnswerKind.Hours,
        Rules = rules.Length == 0 ? ["1.1", "2.1"] : rules,
        Bytes = Bytes($"reply-to-{message.Ref.Id}@studio.example", message.Person),
        State = state,
        RecordedAt = message.DecidedAt,
        DropAt = message.Identity.Received + Duration.FromMinutes(30),
    };

    public static OutgoingBytes Bytes(string messageId, string to) =>
        new(messageId, EmailAddress.TryParse("me@studio.example"), EmailAddress.TryParse(to)!, "Subject: Auto\r\n\r\nHello\r\n"u8.ToArray());

    /// <summary>Asked on Saturday at noon by the same person, about the weekend.</summary>
    public static HistoryQuery Query(Instant? now = null) => new(
        Mailbox, Jane, Client, Weekend, new Interval(Closing - Duration.FromHours(17), Closing + Duration.FromHours(7)),
        Closing - Duration.FromDays(19), "new@acme.example", [], now ?? Closing + Duration.FromHours(20));

    public static SentMessage Sent(string id, Instant at, string to = Jane) =>
        new() { MessageId = id, At = at, Recipients = [EmailAddress.TryParse(to)!] };

    /// <summary>Everything a record says, as one line: two records are alike when these are.</summary>
    public static string Line(MessageRecord m) => string.Join(
        " | ",
        m.Key, m.Mailbox, m.Identity.MessageId, m.Identity.HeaderDigest, Ticks(m.Identity.Received), m.Identity.Size, m.Ref, m.HomeFolder, m.Person,
        m.ClientId, m.Subject, string.Join(',', m.Matters), Line(m.Decision), m.Mode, Ticks(m.DecidedAt), m.State, Ticks(m.HeldAt), Ticks(m.ReleaseAt),
        Ticks(m.EndedAt), m.Failure);

    /// <inheritdoc cref="Line(MessageRecord)"/>
    public static string Line(ReplyRecord? r) => r is null ? "none" : string.Join(
        " | ",
        r.Key, r.Message, r.Mailbox, r.Kind, string.Join(',', r.Rules), Line(r.Bytes), r.State, Ticks(r.RecordedAt), Ticks(r.DropAt), Ticks(r.ChangedAt),
        r.Attempts, Ticks(r.NotBefore), r.Detail);

    /// <inheritdoc cref="Line(MessageRecord)"/>
    public static string Line(OutgoingBytes b) =>
        $"{b.MessageId} {b.EnvelopeFrom?.Bare ?? "<>"} {b.EnvelopeTo.Bare} {Convert.ToHexString(b.Bytes)}";

    /// <inheritdoc cref="Line(MessageRecord)"/>
    public static string Line(History h) => $"{h with { RulesAnsweredToday = [] }} {string.Join(',', h.RulesAnsweredToday)}";

    private static string Line(Decision d) => string.Join(
        ' ',
        d.Row, d.Hold.Until, string.Join(',', d.Hold.Reasons), d.Reply.Answer?.Kind, d.Reply.Answer?.To, d.Reply.Answer?.To.DisplayName,
        string.Join(',', d.Reply.Answer?.Rules ?? []), d.Reply.Answer?.Key, string.Join(',', d.Reply.Reasons), string.Join(',', d.BrokenRules),
        d.ClosedWindow, d.UsesUrgentAllowance, d.IsUrgent, d.IsPossibleForgery, d.OffersCode);

    private static string? Ticks(Instant? at) => at is { } value ? $"{value} {value.ToUnixTimeTicks()}" : null;

    private static Decision Decided(string person, string? client, bool usesAllowance) => new()
    {
        Row = 3,
        Hold = new HoldPart(Weekend.End, [new Because(Reason.ClosedHours), new Because(Reason.RuleBroken, "1.1")]),
        Reply = new ReplyPart(
            new Answer(
                AnswerKind.Hours,
                EmailAddress.TryParse(person)! with { DisplayName = "Jane \"J\" Żółw" },
                ["1.1", "2.1"],
                new ReplyKey(person, $"window:{Closing}", client)),
            [new Because(Reason.RuleBroken, "1.1")]),
        BrokenRules = ["1.1", "2.1"],
        ClosedWindow = Weekend,
        UsesUrgentAllowance = usesAllowance,
        IsUrgent = true,
        OffersCode = true,
    };
}
