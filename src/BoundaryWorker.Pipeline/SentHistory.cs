using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// What workers sent from a mailbox before this one started (replies.md E4): a ledger from a backup, or a new one, does not know what the Sent folder
/// does. What lies there was answered; where another installation answers, this one stops and tells her, since two would answer twice.
/// </summary>
public sealed class SentHistory(IMailbox mailbox, ILedger ledger, INotices notices, Installation installation, IClock clock)
{
    /// <summary>How far back is read: the longest limit that looks back at replies (C10).</summary>
    public static readonly Duration Back = Duration.FromDays(7);

    private bool _isRead;

    /// <summary>Reads Sent, once after each start, before anything is decided or sent. Throws what the mailbox throws: then it is read at the next round.</summary>
    public async Task ReadOnceAsync(CancellationToken token)
    {
        if (_isRead)
        {
            return;
        }

        var keys = new HashSet<string>();
        foreach (var sent in await mailbox.SentSinceAsync(clock.GetCurrentInstant() - Back, token))
        {
            if (MarkerFields.TryParse(sent.Marker) is { } marker)
            {
                keys.Add(marker.Key);
                await NoteAsync(marker, sent.At, token);
            }
        }

        await SettleAsync(keys, token);
        _isRead = true;
    }

    private async Task NoteAsync(MarkerFields marker, Instant at, CancellationToken token)
    {
        var isNew = await ledger.NoteMarkerAsync(marker.Key, marker.Installation, at, token);
        if (isNew && marker.Kind == "reply" && marker.Installation != installation.Id)
        {
            // Once for each: after she let replies go on, the same reply in Sent stops nothing again.
            await ledger.SetBreakerAsync(true, clock.GetCurrentInstant(), token);
            await notices.TellAsync(Notice.ForeignWorker(mailbox.Id, marker.Installation), token);
        }
    }

    /// <summary>Replies that a restored ledger would send, or lost sight of, and that lie in Sent already.</summary>
    private async Task SettleAsync(HashSet<string> keys, CancellationToken token)
    {
        var open = await ledger.RepliesInStateAsync(mailbox.Id, [ReplyState.Waiting, ReplyState.Ready, ReplyState.Sending, ReplyState.Unknown], token);
        foreach (var reply in open.Where(r => keys.Contains(ReplyCounting.MarkerKey(r.Bytes.MessageId))))
        {
            await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Sent, clock.GetCurrentInstant(), "found in Sent", null, token);
        }
    }
}
