using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// Which copies of replies are still to be seen to in the Sent folder, and which hosts file what they send by themselves (replies.md E5). A step of its own
/// after <see cref="ReplyState.Sent"/>: whatever becomes of a copy, its reply stays sent and is never sent again (E1).
/// </summary>
public interface ISentCopyLedger
{
    /// <summary>
    /// Confirms <see cref="ReplyState.Sent"/> as <see cref="IReplyLedger.ConfirmReplyAsync"/> does and, in the same transaction, keeps the bytes for the copy.
    /// One whose bytes are gone already, or that cannot become sent any more, keeps none.
    /// </summary>
    Task ConfirmSentAsync(ReplyKey key, Instant at, string? detail, CancellationToken token);

    /// <summary>The copies of a mailbox that are not yet seen to, oldest first.</summary>
    Task<IReadOnlyList<SentCopy>> SentCopiesAsync(string mailbox, CancellationToken token);

    /// <summary>The copy is about to be filed: one that is found from now on may be ours, and says nothing of the host.</summary>
    Task MarkCopyAsync(string messageId, Instant at, CancellationToken token);

    /// <summary>It was filed by us: the bytes go (promise 10), the row stays until it was counted.</summary>
    Task ConfirmCopyFiledAsync(string messageId, Instant at, CancellationToken token);

    /// <summary>It is seen to, or given up: nothing of it stays. Idempotent.</summary>
    Task EndCopyAsync(string messageId, CancellationToken token);

    /// <summary>Whether the host files what it sent by itself; null where that is not known.</summary>
    Task<bool?> FilesItselfAsync(string host, CancellationToken token);

    /// <summary>Remembers it; the last word counts.</summary>
    Task NoteFilesItselfAsync(string host, bool itself, Instant at, CancellationToken token);
}

/// <summary>The copy of one reply that went out.</summary>
/// <param name="Message">The Message-ID, the envelope, and the bytes; these are empty once it is filed.</param>
/// <param name="SentAt">When the other side took it.</param>
/// <param name="MarkedAt">When it was first about to be filed by us, or null.</param>
/// <param name="FiledAt">When it was filed by us, or null.</param>
public sealed record SentCopy(OutgoingBytes Message, Instant SentAt, Instant? MarkedAt, Instant? FiledAt);
