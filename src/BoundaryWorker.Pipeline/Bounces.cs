using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>A reply of ours that came back for good silences its address (replies.md A17).</summary>
public sealed class Bounces(ILedger ledger)
{
    /// <summary>Notes the address when the message is the final bounce of a reply of ours; a delay or a full mailbox is none.</summary>
    public async Task NoteAsync(IncomingMessage message, Instant now, CancellationToken token)
    {
        if (message.Report is not { Action: "failed" } report || !IsForGood(report.Status))
        {
            return;
        }

        foreach (var id in report.OriginalMessageIds)
        {
            if (await ledger.RecipientOfAsync(id, token) is { } person)
            {
                await ledger.NoteBounceAsync(person, now, token);
            }
        }
    }

    // RFC 3463: 5.2.2 is a full mailbox, which may be empty again tomorrow.
    private static bool IsForGood(string status) => status.StartsWith("5.", StringComparison.Ordinal) && status != "5.2.2";
}
