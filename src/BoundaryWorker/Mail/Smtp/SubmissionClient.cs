using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>MailKit's client as a submission wants it: the message as it is, and bounces to be told of (C3, A17).</summary>
internal sealed class SubmissionClient : SmtpClient
{
    /// <param name="trust">Whose certificates are believed.</param>
    public SubmissionClient(ServerTrust trust)
    {
        // A host's name or address in the greeting would tell every recipient where she is.
        LocalDomain = "127.0.0.1";
        DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;
        ServerCertificateValidationCallback = trust.Accepts;

        // Asked for, and judged in ServerTrust: revoked is refused, not to be found out is not.
        CheckCertificateRevocation = true;
    }

    /// <summary>Whether the server takes bytes above 127.</summary>
    public bool TakesEightBit => Capabilities.HasFlag(SmtpCapabilities.EightBitMime);

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => DeliveryStatusNotification.Failure;

    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
        // Nothing is encoded anew: the bytes are those of the ledger.
    }
}
