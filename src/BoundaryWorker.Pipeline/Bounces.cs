using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>A reply of ours that came back for good silences its address (replies.md A17). Whether the report itself is held is decided with the message (C3).</summary>
public sealed class Bounces(ILedger ledger)
{
    /// <summary>Notes the address when the message is the final bounce of a reply of ours; a delay or a full mailbox is none.</summary>
    public async Task NoteAsync(IncomingMessage message, Instant now, CancellationToken token)
    {
        foreach (var id in message.Report?.ReturnedForGood ?? [])
        {
            if (await ledger.RecipientOfAsync(id, token) is { } person)
            {
                await ledger.NoteBounceAsync(person, now, token);
            }
        }
    }
}
