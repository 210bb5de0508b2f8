using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// One mailbox. Called by one caller at a time. Every method may throw <see cref="MailboxUnavailableException"/> (try the whole look
/// again later); nothing else is expected. No method changes flags, dates or bytes of a message (promise 1, replies.md D1).
/// </summary>
public interface IMailbox
{
    /// <summary>Its id in appsettings.json.</summary>
    string Id { get; }

    /// <summary>Connects, makes and subscribes the Held folder where it is missing (D8) and says what can be done here. Idempotent.</summary>
    Task<MailboxAbilities> OpenAsync(CancellationToken token);

    /// <summary>
    /// Lists what came into the watched folders since <paramref name="cursor"/>, in the order of arrival. May list a message again; the ledger knows it.
    /// </summary>
    /// <param name="cursor">What the last look returned, or null for the very first look, which lists nothing: the baseline (promise 7).</param>
    Task<Look> LookAsync(string? cursor, CancellationToken token);

    /// <summary>Reads headers and the start of the text without marking it read. Null where the message is no longer there.</summary>
    Task<IncomingMessage?> ReadAsync(StoredMessage message, CancellationToken token);

    /// <summary>Moves a message into Held, verified: afterwards it is there and nowhere else, byte for byte, flags and times kept. Idempotent: a message already in Held is a success.</summary>
    Task<MoveResult> HoldAsync(StoredMessage message, CancellationToken token);

    /// <summary>Moves a held message back into <paramref name="folder"/>, or into the inbox where that is gone. The same promises as <see cref="HoldAsync"/>.</summary>
    Task<MoveResult> ReleaseAsync(StoredMessage held, string folder, CancellationToken token);

    /// <summary>
    /// <see cref="ReadAsync"/> for each of many, at most <see cref="Batch.Most"/>: one result for each, in their order. What cannot be read fails for itself.
    /// </summary>
    Task<IReadOnlyList<ReadResult>> ReadManyAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token) =>
        OneByOne.ReadAsync(messages, m => ReadAsync(m, token));

    /// <summary>
    /// <see cref="HoldAsync"/> for each of many, at most <see cref="Batch.Most"/>: one result for each, in their order, each with the same promises; one that
    /// cannot be held fails none of the others. Where it throws, any of them may have been moved.
    /// </summary>
    Task<IReadOnlyList<MoveResult>> HoldManyAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token) =>
        OneByOne.MoveAsync(messages, m => HoldAsync(m, token));

    /// <summary><see cref="ReleaseAsync"/> for each of many, as <see cref="HoldManyAsync"/> is for holding; they come back in the order in which they are given.</summary>
    Task<IReadOnlyList<MoveResult>> ReleaseManyAsync(IReadOnlyList<StoredMessage> held, string folder, CancellationToken token) =>
        OneByOne.MoveAsync(held, m => ReleaseAsync(m, folder, token));

    /// <summary>All that lies in Held, in the order of arrival (D4).</summary>
    Task<IReadOnlyList<StoredMessage>> ListHeldAsync(CancellationToken token);

    /// <summary>
    /// The first words of each message, one plain line of at most <see cref="PreviewLine.Most"/> characters, without marking it read: one for each, in their
    /// order; null where it is no longer there or has none. Nothing of it is kept.
    /// </summary>
    async Task<IReadOnlyList<string?>> PreviewsAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        var previews = new List<string?>(messages.Count);
        foreach (var message in messages)
        {
            previews.Add(PreviewLine.Of((await ReadAsync(message, token))?.Text));
        }

        return previews;
    }

    /// <summary>Where a message lies now, looked for by its identity in the watched folders and Held first, then in all others. Null where it is nowhere: deleted by her.</summary>
    Task<StoredMessage?> FindAsync(MessageIdentity identity, CancellationToken token);

    /// <summary>What was sent from this mailbox since that instant: the header facts of the Sent folder (E2, E4, row 17). Empty where it has none.</summary>
    Task<IReadOnlyList<SentMessage>> SentSinceAsync(Instant since, CancellationToken token);

    /// <summary>
    /// Files a copy of what was sent in the Sent folder, read, with that date (E5); makes the folder where there is none. Idempotent: where one of that Message-ID lies since
    /// ten minutes before <paramref name="at"/>, nothing is added.
    /// </summary>
    /// <param name="message">What was sent, byte for byte.</param>
    /// <param name="at">When.</param>
    Task<FilingResult> FileSentAsync(OutgoingBytes message, Instant at, CancellationToken token);

    /// <summary>Returns when something may have come, or the token is cancelled. Only ever wakes a look (D10): a poll runs anyway.</summary>
    Task WaitForChangeAsync(CancellationToken token);
}

/// <summary>What a mailbox can do and where things are.</summary>
/// <param name="CanHold">Whether messages can be moved safely.</param>
/// <param name="WhyNot">In the owner's words, where it cannot.</param>
/// <param name="HeldFolder">The Held folder's name as her mail program shows it.</param>
public sealed record MailboxAbilities(bool CanHold, string? WhyNot, string HeldFolder);

/// <summary>Where a message lies: the folder's name and the adapter's own id in it. Valid until it is moved.</summary>
public sealed record MessageRef(string Folder, string Id);

/// <summary>What a move keeps of a message, so that it is known again anywhere (see <see cref="MessageKey"/>).</summary>
/// <param name="MessageId">Without brackets, or null.</param>
/// <param name="HeaderDigest">A digest (hexadecimal) of the header bytes.</param>
/// <param name="Received">Arrival, as the server keeps it.</param>
/// <param name="Size">Bytes.</param>
public sealed record MessageIdentity(string? MessageId, string HeaderDigest, Instant Received, long Size)
{
    /// <summary>Its key in the ledger.</summary>
    public MessageKey Key(string mailbox, int ordinal = 0) => MessageKey.Of(mailbox, MessageId, HeaderDigest, Received, Size, ordinal);
}

/// <summary>A message in a folder.</summary>
public sealed record StoredMessage(MessageRef Ref, MessageIdentity Identity, MessageFlags Flags)
{
    /// <summary>The time in its topmost Received field, where a listing told it and there is one; by it old mail is known (promise 7).</summary>
    public Instant? TopmostReceived { get; init; }
}

/// <summary>How many messages are taken at once: one by one, a move costs the more the larger the mailbox is.</summary>
public static class Batch
{
    /// <summary>The largest batch.</summary>
    public const int Most = 100;
}

/// <summary>How reading one of many ended.</summary>
/// <param name="Message">The message, or null where it is no longer there or could not be read.</param>
/// <param name="Failure">Why it could not be read, or null.</param>
public sealed record ReadResult(IncomingMessage? Message, Exception? Failure);

/// <summary>What a look found.</summary>
/// <param name="Arrivals">In the order of arrival.</param>
/// <param name="Cursor">To be given to the next look; opaque; at most 2 KB.</param>
/// <param name="ServerTime">The server's clock at the look, where it tells it; null where it does not.</param>
/// <param name="Renumbered">
/// The messages of a watched folder were numbered anew since the look before (UIDVALIDITY, replies.md D3), so that what is listed may have been there
/// before. Nobody is answered in this pass.
/// </param>
public sealed record Look(IReadOnlyList<StoredMessage> Arrivals, string Cursor, Instant? ServerTime, bool Renumbered = false);

/// <summary>How filing a copy ended.</summary>
/// <param name="IsFiled">It lies in Sent.</param>
/// <param name="WhyNot">In the owner's words, where the mailbox refused it (quota, read-only).</param>
public sealed record FilingResult(bool IsFiled, string? WhyNot = null)
{
    /// <summary>It lies there.</summary>
    public static FilingResult Done { get; } = new(true);
}

/// <summary>How a move ended.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Moved">The message at its new place, where it was moved.</param>
/// <param name="Why">In the owner's words, where it was not.</param>
public sealed record MoveResult(MoveOutcome Outcome, StoredMessage? Moved, string? Why = null);

/// <summary>How a move ended.</summary>
public enum MoveOutcome
{
    /// <summary>It is there and nowhere else.</summary>
    Moved,

    /// <summary>It was no longer where it lay: moved or deleted by somebody else.</summary>
    Gone,

    /// <summary>The mailbox refused (quota, read-only): it is where it was.</summary>
    Refused,
}

/// <summary>The header facts of one sent message.</summary>
public sealed record SentMessage
{
    /// <summary>Message-ID without brackets, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>X-Microsoft-Original-Message-ID without brackets, or null (E2).</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>The value of our marker header, or null: then it is hers.</summary>
    public string? Marker { get; init; }

    /// <summary>When it was sent (Date), else when it was filed.</summary>
    public required Instant At { get; init; }

    /// <summary>To, Cc and Bcc.</summary>
    public IReadOnlyList<EmailAddress> Recipients { get; init; } = [];

    /// <summary>References and In-Reply-To without brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>It is an automatic reply of another program of hers (Auto-Submitted without our marker, A18).</summary>
    public bool IsForeignAutoReply { get; init; }
}

/// <summary>The mailbox cannot be reached or read for now. The message tells the owner what happened and what to do.</summary>
public sealed class MailboxUnavailableException : Exception
{
    /// <summary>With the words for the owner.</summary>
    public MailboxUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
