using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// Many messages, one after another: what <see cref="IMailbox"/> does with them where a mailbox gains nothing by a batch. What one message throws that no
/// mailbox should throw is that message's failure and stops none of the others.
/// </summary>
internal static class OneByOne
{
    /// <summary>Whether it is the fault of one message, and not of the mailbox, the ledger, or who stops the process.</summary>
    public static bool IsItsOwn(Exception failure) => failure is not (MailboxUnavailableException or LedgerUnavailableException or OperationCanceledException);

    /// <summary>Reads each.</summary>
    public static Task<IReadOnlyList<ReadResult>> ReadAsync(IReadOnlyList<StoredMessage> messages, Func<StoredMessage, Task<IncomingMessage?>> read) =>
        EachAsync(messages, async m => new ReadResult(await read(m), null), failure => new ReadResult(null, failure));

    /// <summary>Moves each; refused with its words where it threw something unexpected (fail open).</summary>
    public static Task<IReadOnlyList<MoveResult>> MoveAsync(IReadOnlyList<StoredMessage> messages, Func<StoredMessage, Task<MoveResult>> move) =>
        EachAsync(messages, move, failure => new MoveResult(MoveOutcome.Refused, null, failure.Message));

    private static async Task<IReadOnlyList<T>> EachAsync<T>(IReadOnlyList<StoredMessage> messages, Func<StoredMessage, Task<T>> act, Func<Exception, T> failed)
    {
        var results = new List<T>(messages.Count);
        foreach (var message in messages)
        {
            try
            {
                results.Add(await act(message));
            }
            catch (Exception failure) when (IsItsOwn(failure))
            {
                results.Add(failed(failure));
            }
        }

        return results;
    }
}
