using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// The durable record of what was seen, decided, done and not yet done (design.md section 9). Every method is one transaction and durable
/// when it returns. Throws <see cref="LedgerUnavailableException"/> when the store cannot be used (disk full, locked): then nothing is done to mail.
/// </summary>
public interface ILedger
    : IMessageLedger, IReplyLedger, ISentCopyLedger, ILookLedger, IDigestLedger, INoticeLedger, IGoodFiles, IRequestQueue, IClientLedger, ISendableLedger
{
    /// <summary>The installation's id and secret, made at the first start.</summary>
    Task<Installation> InstallationAsync(CancellationToken token);

    /// <summary>Takes or renews the lease of <c>run</c>; false when another live process holds it.</summary>
    /// <param name="holder">Unique for a process.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="until">Until when it holds unless renewed.</param>
    Task<bool> TryLeaseAsync(string holder, Instant now, Instant until, CancellationToken token);

    /// <summary>Who holds the lease at that instant, or null.</summary>
    Task<string?> LeaseHolderAsync(Instant now, CancellationToken token);

    /// <summary>Gives the lease back.</summary>
    Task EndLeaseAsync(string holder, CancellationToken token);

    /// <summary>True the first time for that topic, until <see cref="ForgetTopicAsync"/>: so that she is told once.</summary>
    Task<bool> TellOnceAsync(string topic, Instant now, CancellationToken token);

    /// <summary>The topic is over: the next time is a first time.</summary>
    Task ForgetTopicAsync(string topic, CancellationToken token);

    /// <summary>
    /// Makes one transaction of all calls of this ledger that <paramref name="work"/> makes: each sees what those before it wrote; all of it is durable when
    /// this returns, and nothing of it where <paramref name="work"/> throws. Others wait meanwhile, so it asks no mailbox and makes its calls one after another.
    /// </summary>
    Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken token);

    /// <summary>Removes what ended before that instant; nothing that is held or unsent.</summary>
    Task<int> PurgeAsync(Instant before, CancellationToken token);
}

/// <summary>Messages.</summary>
public interface IMessageLedger
{
    /// <summary>The record, or null.</summary>
    Task<MessageRecord?> FindAsync(MessageKey key, CancellationToken token);

    /// <summary>
    /// The record step: the decision and the reply's bytes in one transaction. Idempotent by key. Where the reply's key, or the client's third slot in
    /// that scope, is already taken, or the reply was seen in Sent (<see cref="IReplyLedger.NoteMarkerAsync"/>), the message is recorded without it.
    /// </summary>
    Task<RecordResult> RecordAsync(MessageRecord message, ReplyRecord? reply, CancellationToken token);

    /// <summary>Confirms a transition; a reply that waits for the hold becomes ready when <paramref name="change"/> says held, dropped when it says the hold failed or it is hers.</summary>
    Task ConfirmAsync(MessageKey key, MessageChange change, CancellationToken token);

    /// <summary><see cref="ConfirmAsync"/> for each of many, in one transaction.</summary>
    Task ConfirmManyAsync(IReadOnlyList<(MessageKey Key, MessageChange Change)> changes, CancellationToken token);

    /// <summary>Messages of a mailbox in one of the states, in the order of arrival.</summary>
    Task<IReadOnlyList<MessageRecord>> InStateAsync(string mailbox, IReadOnlyList<MessageState> states, CancellationToken token);

    /// <summary>What bears on a decision.</summary>
    Task<History> HistoryAsync(HistoryQuery query, CancellationToken token);

    /// <summary>Whether the sender of that message was told a day: its reply was sent, or may have been (D12).</summary>
    Task<bool> WasToldAsync(MessageKey key, CancellationToken token);

    /// <summary>Her own sending, found in Sent: person by person (row 17, A15). Idempotent by Message-ID.</summary>
    Task NoteOwnSendingAsync(string mailbox, SentMessage sent, CancellationToken token);
}

/// <summary>How recording ended.</summary>
public enum RecordResult
{
    /// <summary>Recorded as given.</summary>
    Recorded,

    /// <summary>Recorded without the reply: its key was taken.</summary>
    RecordedWithoutReply,

    /// <summary>It was there already; nothing was changed.</summary>
    AlreadyThere,
}

/// <summary>A confirmed transition of a message.</summary>
/// <param name="State">The new state.</param>
/// <param name="At">When.</param>
/// <param name="Ref">Where it lies now, or null for unchanged.</param>
/// <param name="ReleaseAt">The release time in force, or null for unchanged.</param>
/// <param name="Failure">In the owner's words, or null.</param>
/// <param name="ByHand">Released by hand or command: never held again (promise 6).</param>
public sealed record MessageChange(
    MessageState State, Instant At, MessageRef? Ref = null, Instant? ReleaseAt = null, string? Failure = null, bool ByHand = false);

/// <summary>Replies.</summary>
public interface IReplyLedger
{
    /// <summary>Replies of a mailbox in one of the states, oldest first, with their bytes.</summary>
    Task<IReadOnlyList<ReplyRecord>> RepliesInStateAsync(string mailbox, IReadOnlyList<ReplyState> states, CancellationToken token);

    /// <summary>A marker of a worker, found in Sent (E4). A reply whose key was seen is never recorded again: see <see cref="IMessageLedger.RecordAsync"/>.</summary>
    /// <param name="key">The marker's key, an HMAC: what stands before the @ of the Message-ID.</param>
    /// <param name="installation">Whose marker it is.</param>
    /// <param name="at">When it was sent.</param>
    /// <returns>True the first time.</returns>
    Task<bool> NoteMarkerAsync(string key, string installation, Instant at, CancellationToken token);

    /// <summary>Confirms a step of a reply. Bytes are removed with <see cref="ReplyState.Sent"/>, <see cref="ReplyState.Unknown"/>, <see cref="ReplyState.Refused"/> and <see cref="ReplyState.Dropped"/>.</summary>
    Task ConfirmReplyAsync(ReplyKey key, ReplyState state, Instant at, string? detail, Instant? notBefore, CancellationToken token);

    /// <summary>
    /// Sets the sending mark, if no reply of the whole worker was marked or sent within <paramref name="pace"/> before <paramref name="now"/> (E6): two mailboxes
    /// that ask at the same time get one yes. A reply that is not <see cref="ReplyState.Ready"/> is an <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <returns>Null when the mark is set; else from when on it is worth asking again, and nothing was changed.</returns>
    Task<Instant?> TryMarkSendingAsync(ReplyKey key, Instant now, Duration pace, CancellationToken token);

    /// <summary>Opens or closes the circuit breaker (A16).</summary>
    Task SetBreakerAsync(bool open, Instant at, CancellationToken token);

    /// <summary>A reply to that address bounced for good (A17).</summary>
    Task NoteBounceAsync(string person, Instant at, CancellationToken token);

    /// <summary>The person who got the reply with that Message-ID, or null where it is none of ours.</summary>
    /// <param name="messageId">Without brackets; the marker's key alone will do, which is what stands before the @: hosts rewrite Message-IDs (E2).</param>
    Task<string?> RecipientOfAsync(string messageId, CancellationToken token);
}

/// <summary>Cursors and looks.</summary>
public interface ILookLedger
{
    /// <summary>The cursor of a mailbox and when its last complete look was, or nulls.</summary>
    Task<LookState> LastLookAsync(string mailbox, CancellationToken token);

    /// <summary>A complete look: everything it listed is recorded.</summary>
    Task NoteLookAsync(string mailbox, LookState state, CancellationToken token);
}

/// <summary>The cursor of a mailbox and the instant of its last complete look.</summary>
public sealed record LookState(string? Cursor, Instant? At);

/// <summary>Digests: one a local day for each Code (<c>office</c>: empty for the shared one).</summary>
public interface IDigestLedger
{
    /// <summary>Claims the digest of that local day with its bytes; false when it is there already: sent once.</summary>
    Task<bool> ClaimDigestAsync(DigestKey key, OutgoingBytes bytes, Instant at, CancellationToken token);

    /// <summary>Digests of that office claimed and not yet sent.</summary>
    Task<IReadOnlyList<(LocalDate Day, OutgoingBytes Bytes, bool SendingMarked)>> UnsentDigestsAsync(string office, CancellationToken token);

    /// <summary>Sets the sending mark of a digest, or takes it back (null) where nothing can have been accepted.</summary>
    Task MarkDigestSendingAsync(DigestKey key, Instant? at, CancellationToken token);

    /// <summary>The digest was sent, or is given up.</summary>
    Task MarkDigestDoneAsync(DigestKey key, Instant at, string? detail, CancellationToken token);

    /// <summary>The last local day a digest of that office was claimed for, or null.</summary>
    Task<LocalDate?> LastDigestDayAsync(string office, CancellationToken token);

    /// <summary>When the last digest of that office was claimed, or null.</summary>
    Task<Instant?> LastDigestAsync(string office, CancellationToken token);

    /// <summary>Messages decided since that instant, or still held, with their replies; all mailboxes, in the order of arrival.</summary>
    Task<IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)>> SinceAsync(Instant since, CancellationToken token);
}

/// <summary>What a digest is unique in.</summary>
/// <param name="Office">Which Code it is about: empty for the shared one.</param>
/// <param name="Day">The owner's local day.</param>
public readonly record struct DigestKey(string Office, LocalDate Day);

/// <summary>What other commands ask of the running worker.</summary>
public interface IRequestQueue
{
    /// <summary>Puts a request; returns its id.</summary>
    Task<long> AskAsync(string kind, string argument, Instant at, CancellationToken token);

    /// <summary>Requests not yet answered, oldest first.</summary>
    Task<IReadOnlyList<Request>> OpenRequestsAsync(CancellationToken token);

    /// <summary>Answers one.</summary>
    Task AnswerAsync(long id, string answer, Instant at, CancellationToken token);

    /// <summary>The answer, or null while there is none.</summary>
    Task<string?> AnswerToAsync(long id, CancellationToken token);
}

/// <summary>A request of another command.</summary>
public sealed record Request(long Id, string Kind, string Argument, Instant At);

/// <summary>The store cannot be used for now. The message tells the owner what happened and what to do.</summary>
public sealed class LedgerUnavailableException : Exception
{
    /// <summary>With the words for the owner.</summary>
    public LedgerUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
