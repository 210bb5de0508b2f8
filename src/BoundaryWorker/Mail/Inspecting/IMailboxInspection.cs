using NodaTime;

namespace BoundaryWorker.Mail.Inspecting;

/// <summary>
/// What <c>doctor</c> reads in a mailbox, over a connection of its own, beside a running worker. Nothing is marked read or moved; what is written is
/// Held itself, where it is missing, and a message of the clock's that is taken away again at once. Throws
/// <see cref="Pipeline.Ports.MailboxUnavailableException"/> as the mailbox itself does.
/// </summary>
public interface IMailboxInspection : IDisposable
{
    /// <summary>The newest messages of the inbox and of Held since an instant.</summary>
    /// <param name="since">Arrived then or later.</param>
    /// <param name="most">No more than so many, the newest.</param>
    Task<IReadOnlyList<RecentMail>> RecentAsync(Instant since, int most, CancellationToken token);

    /// <summary>What arrived since an instant and lies in folders that nobody watches, folders for other purposes (sent, drafts, junk, trash, archive) left out.</summary>
    /// <param name="since">Arrived then or later.</param>
    /// <param name="mostOfEach">No more than so many of each folder, the newest.</param>
    Task<FiledElsewhere> ElsewhereAsync(Instant since, int mostOfEach, CancellationToken token);

    /// <summary>How many automatic replies of another program lie among her sent mail since an instant (A18).</summary>
    Task<int> ForeignRepliesAsync(Instant since, CancellationToken token);

    /// <summary>How far the clock that stamps arrivals is ahead of this machine's.</summary>
    Task<ClockReading> ClockAsync(CancellationToken token);

    /// <summary>Remembers what is there, so that <see cref="ArrivedAsync"/> looks at what comes later alone.</summary>
    Task BeginAsync(CancellationToken token);

    /// <summary>What came since <see cref="BeginAsync"/> into any folder but those of sent mail and drafts.</summary>
    Task<IReadOnlyList<ArrivedMail>> ArrivedAsync(CancellationToken token);

    /// <summary>Takes away test messages, those alone, wherever copies of them came to lie since <see cref="BeginAsync"/>.</summary>
    /// <param name="isOurs">Whether a header is that of one of our tests.</param>
    /// <returns>False where this server cannot remove one message alone, so that they stay.</returns>
    Task<bool> RemoveAsync(Func<Core.Mail.MailHeaders, bool> isOurs, CancellationToken token);
}
