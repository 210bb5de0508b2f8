using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>One message in the ledger: what was decided and what became of it. No body (promise 10).</summary>
public sealed record MessageRecord
{
    /// <summary>Unique.</summary>
    public required MessageKey Key { get; init; }

    /// <summary>The mailbox's id.</summary>
    public required string Mailbox { get; init; }

    /// <summary>What it is known by.</summary>
    public required MessageIdentity Identity { get; init; }

    /// <summary>Where it lay when it was first seen, or lies since it was moved.</summary>
    public required MessageRef Ref { get; init; }

    /// <summary>The watched folder it came from and goes back to (D5).</summary>
    public required string HomeFolder { get; init; }

    /// <summary>The author's address key, empty where there is none.</summary>
    public string Person { get; init; } = "";

    /// <summary>The client's id, or null.</summary>
    public string? ClientId { get; init; }

    /// <summary>The decoded subject, at most 200 characters; for the digest alone.</summary>
    public string Subject { get; init; } = "";

    /// <summary>All matters, strongest first.</summary>
    public IReadOnlyList<Matter> Matters { get; init; } = [];

    /// <summary>The decision.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The mode under which it was decided.</summary>
    public required Mode Mode { get; init; }

    /// <summary>When it was decided and recorded.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required MessageState State { get; init; }

    /// <summary>When it was moved to Held, null before: the difference to the arrival is how long it was visible.</summary>
    public Instant? HeldAt { get; init; }

    /// <summary>The release time in force: that of the decision, or what a change of hours made of it (D12).</summary>
    public Instant? ReleaseAt { get; init; }

    /// <summary>When it came back, or was taken by her.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>In the owner's words, where something failed.</summary>
    public string? Failure { get; init; }
}

/// <summary>Where a message stands. Each step is one transition, confirmed in the ledger.</summary>
public enum MessageState
{
    /// <summary>Decided, and nothing is to be moved, or the mode forbids it.</summary>
    Left,

    /// <summary>Recorded; to be moved to Held.</summary>
    ToHold,

    /// <summary>In Held.</summary>
    Held,

    /// <summary>To be moved back.</summary>
    ToRelease,

    /// <summary>Back in its folder.</summary>
    Released,

    /// <summary>She moved, answered, flagged or deleted it: hers (D7).</summary>
    Hers,

    /// <summary>It could not be moved to Held and stays where it is.</summary>
    HoldFailed,
}

/// <summary>One reply in the ledger: the intent with the bytes, and what became of it (replies.md E1).</summary>
public sealed record ReplyRecord
{
    /// <summary>Unique in the store: who wins the insert sends (E4).</summary>
    public required ReplyKey Key { get; init; }

    /// <summary>The message it answers.</summary>
    public required MessageKey Message { get; init; }

    /// <summary>The mailbox it goes out from.</summary>
    public required string Mailbox { get; init; }

    /// <summary>What it is about.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The rules it quotes.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The bytes and the envelope; empty bytes once it is confirmed (promise 10).</summary>
    public required OutgoingBytes Bytes { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReplyState State { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Not sent after this instant (A19): thirty minutes after the arrival, or the opening.</summary>
    public required Instant DropAt { get; init; }

    /// <summary>When the last step was taken.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this instant (a retry, or the pace of E6); null for at once.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>The server's words, or why it was dropped.</summary>
    public string? Detail { get; init; }
}

/// <summary>Where a reply stands.</summary>
public enum ReplyState
{
    /// <summary>Recorded; waits until the hold is done.</summary>
    Waiting,

    /// <summary>The hold is done: to be sent.</summary>
    Ready,

    /// <summary>The sending mark: from here on the outcome is unknown until an answer is recorded.</summary>
    Sending,

    /// <summary>Taken by the other side.</summary>
    Sent,

    /// <summary>It may have gone out; never sent again (E2).</summary>
    Unknown,

    /// <summary>Refused for good (E3).</summary>
    Refused,

    /// <summary>Not sent: too late, or the hold failed, or she was faster (A19).</summary>
    Dropped,
}
