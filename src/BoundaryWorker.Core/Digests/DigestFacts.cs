using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Core.Digests;

/// <summary>What one digest tells.</summary>
public sealed record DigestFacts
{
    /// <summary>Her local day it is for.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Which Code it is about, where a worker keeps several; empty for the shared one.</summary>
    public string Office { get; init; } = "";

    /// <summary>The instant of writing.</summary>
    public required Instant Now { get; init; }

    /// <summary>The mode. In <see cref="Mode.Observe"/> all is told as what would have been done.</summary>
    public required Mode Mode { get; init; }

    /// <summary>It goes out after its time, because the worker was not running: it says so.</summary>
    public bool IsLate { get; init; }

    /// <summary>Her next opening, null where none is in sight.</summary>
    public Instant? NextOpening { get; init; }

    /// <summary>Messages in Held (in observe mode: those that would be), in any order.</summary>
    public IReadOnlyList<DigestItem> Held { get; init; } = [];

    /// <summary>Messages in her inbox that there is something to say about: answered there, let through, back already, or not held by her choice.</summary>
    public IReadOnlyList<DigestItem> InInbox { get; init; } = [];

    /// <summary>Unknown people who wrote out of hours; their mail is where it was.</summary>
    public IReadOnlyList<DigestStranger> Strangers { get; init; } = [];

    /// <summary>What failed since the last digest, in her language, one sentence each; the remedy last.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>What she should know beside: findings in her files, holiday data that ends, in her language.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When each mailbox was last looked at, null for never.</summary>
    public IReadOnlyList<DigestLook> LastLooks { get; init; } = [];

    /// <summary>
    /// Whether there is nothing to say; then no digest is sent that day. A mailbox that could not be looked at is a failure and has to be among
    /// <see cref="Failures"/> to be told.
    /// </summary>
    public bool IsEmpty => Held.Count == 0 && InInbox.Count == 0 && Strangers.Count == 0 && Failures.Count == 0 && Notes.Count == 0;
}

/// <summary>One message in a digest.</summary>
public sealed record DigestItem
{
    /// <summary>The id by which <c>release</c> knows it; null where it is not held.</summary>
    public string? Id { get; init; }

    /// <summary>Other mailboxes of hers into which the same mail came (D11), each with its own id for <c>release</c> where it is held there: <c>tasks (3f2a9c01)</c>.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>The client's name, or null for a stranger.</summary>
    public string? Client { get; init; }

    /// <summary>The sender's address.</summary>
    public required string Sender { get; init; }

    /// <summary>The decoded subject as it came, perhaps empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Its first words, one plain line; null where there are none to show. They come from the mailbox and are recorded nowhere (promise 10).</summary>
    public string? Preview { get; init; }

    /// <summary>Its arrival.</summary>
    public required Instant Received { get; init; }

    /// <summary>The ids of the rules it is against, in the order of the Code.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>When it comes back (in observe mode: would); null where it is not held.</summary>
    public Instant? Until { get; init; }

    /// <summary>What became of the reply.</summary>
    public DigestReply Reply { get; init; }

    /// <summary>Why there is none, or why it failed; null where the item says it all.</summary>
    public Because? WhyNot { get; init; }

    /// <summary>Why it is where it is, for those in the inbox; null where the reply says it all.</summary>
    public Because? WhyHere { get; init; }

    /// <summary>How long it could be seen in the inbox before it was moved; null where it was not moved or that is not known.</summary>
    public Duration? VisibleFor { get; init; }

    /// <summary>First in the list (rows 9 and 10).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>A possible forgery (row 14).</summary>
    public bool IsPossibleForgery { get; init; }

    /// <summary>The client was given no version of the Code (row 19): it is offered to send it.</summary>
    public bool OffersCode { get; init; }

    /// <summary>What the sender was told, where it is no longer <see cref="Until"/> (replies.md D12).</summary>
    public Instant? Told { get; init; }
}

/// <summary>What became of the reply to a message.</summary>
public enum DigestReply
{
    /// <summary>None was to be sent.</summary>
    None,

    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>It is on its way.</summary>
    Pending,

    /// <summary>It would have been sent; the mode forbids it.</summary>
    Would,

    /// <summary>It failed, or it is not known whether it went out.</summary>
    Failed,
}

/// <summary>An unknown person who wrote out of hours.</summary>
public sealed record DigestStranger(string Address, int Messages);

/// <summary>When a mailbox was last looked at; null for never.</summary>
public sealed record DigestLook(string Mailbox, Instant? At);
