using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What the ledger knows that bears on one decision. The empty one is that of <c>explain</c>.</summary>
public sealed record History
{
    /// <summary>Nothing happened before.</summary>
    public static History Empty { get; } = new();

    /// <summary>
    /// When this person was last answered in this closed window, by whatever reply, or null (row 4): a mail about an invitation counts like one
    /// about the hours, so what counts is the arrival of the message it answered and not the scope of its key.
    /// </summary>
    public Instant? AnsweredInWindow { get; init; }

    /// <summary>How many replies went to persons of this client in this closed window (row 5).</summary>
    public int ClientRepliesInWindow { get; init; }

    /// <summary>Rules that this person was answered by on this local day in open hours (row 2).</summary>
    public IReadOnlyList<string> RulesAnsweredToday { get; init; } = [];

    /// <summary>This very event (UID, RECURRENCE-ID and SEQUENCE) was answered before (row 23, replies.md F5).</summary>
    public bool EventAnswered { get; init; }

    /// <summary>How often this client used the urgent tag in the current period of the allowance (rows 8, 9).</summary>
    public int UrgentUsed { get; init; }

    /// <summary>When she herself last wrote to this person, or null (row 17).</summary>
    public Instant? OwnerWroteToPerson { get; init; }

    /// <summary>When she herself last wrote in this thread, or null (A15).</summary>
    public Instant? OwnerWroteInThread { get; init; }

    /// <summary>Replies of the whole worker in the last hour, those of an outage's backlog not counted (A16, E6).</summary>
    public int RepliesLastHour { get; init; }

    /// <summary>Replies to this person in the last 24 hours (A16).</summary>
    public int RepliesToPersonLastDay { get; init; }

    /// <summary>Replies to this client in the last 24 hours (A16).</summary>
    public int RepliesToClientLastDay { get; init; }

    /// <summary>Replies to this client in the last seven days (C10).</summary>
    public int RepliesToClientLastWeek { get; init; }

    /// <summary>Replies to this client ever (C10).</summary>
    public int RepliesToClientEver { get; init; }

    /// <summary>The circuit breaker is open (A16).</summary>
    public bool BreakerOpen { get; init; }

    /// <summary>When a reply to this address bounced for good, or null; counts for 60 days (A17).</summary>
    public Instant? Bounced { get; init; }

    /// <summary>The host or another worker answers by itself (A18).</summary>
    public bool HostAnswers { get; init; }

    /// <summary>The message's own Message-ID is one of ours (A2).</summary>
    public bool IsOwnMessageId { get; init; }

    /// <summary>The id, among those the query asked about, of a reply of ours: the message says that this one came back (A17, C3). Null for none.</summary>
    public string? ReturnedReply { get; init; }

    /// <summary>It was released by hand or command before: never held again (promise 6).</summary>
    public bool ReleasedByHand { get; init; }
}

/// <summary>What the ledger is asked to make a <see cref="History"/>.</summary>
/// <param name="Mailbox">The mailbox's id.</param>
/// <param name="Person"><see cref="Mail.EmailAddress.Key"/> of the author, or empty.</param>
/// <param name="ClientId">The client's id, or null for a stranger.</param>
/// <param name="ClosedWindow">The closed window the message arrived in, null when it was open.</param>
/// <param name="LocalDay">The local day (her zone) of the arrival as an interval, for row 2.</param>
/// <param name="AllowanceSince">The start of the allowance's period, null without an allowance.</param>
/// <param name="MessageId">Message-ID, or null.</param>
/// <param name="Thread">References and In-Reply-To.</param>
/// <param name="Now">The instant of deciding.</param>
public sealed record HistoryQuery(
    string Mailbox,
    string Person,
    string? ClientId,
    Interval? ClosedWindow,
    Interval LocalDay,
    Instant? AllowanceSince,
    string? MessageId,
    IReadOnlyList<string> Thread,
    Instant Now)
{
    /// <summary>The ids of what the message says came back for good (<see cref="Mail.DeliveryReport.ReturnedForGood"/>).</summary>
    public IReadOnlyList<string> Returned { get; init; } = [];

    /// <summary>The scope of the reply key (<see cref="ReplyScope.OfEvent"/>) where it is an invitation, else null.</summary>
    public string? EventScope { get; init; }

    /// <summary>Mailboxes of other owners: of theirs nothing counts but what is the whole worker's (the hourly cap, the breaker, a bounce, a Message-ID of ours).</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];
}
