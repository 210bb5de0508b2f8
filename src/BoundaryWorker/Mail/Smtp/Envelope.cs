using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline.Ports;
using MimeKit;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>MAIL FROM and RCPT TO.</summary>
/// <param name="From">Empty for the null path (C3).</param>
/// <param name="To">The one recipient.</param>
internal sealed record Envelope(MailboxAddress From, MailboxAddress To)
{
    /// <summary>That of a message; null where an address cannot be written into one.</summary>
    public static Envelope? TryRead(OutgoingBytes message)
    {
        try
        {
            return new Envelope(
                new MailboxAddress("", message.EnvelopeFrom is { } from ? HeaderText.AddrSpec(from) : ""),
                new MailboxAddress("", HeaderText.AddrSpec(message.EnvelopeTo)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
