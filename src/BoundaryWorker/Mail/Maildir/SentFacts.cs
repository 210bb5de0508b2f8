using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The header facts of a file in a folder of sent mail.</summary>
public static class SentFacts
{
    /// <summary>Reads them.</summary>
    /// <param name="header">The header.</param>
    /// <param name="filed">When it was filed.</param>
    public static SentMessage Of(HeaderBlock header, Instant filed)
    {
        var fields = header.Fields();
        var marker = fields[Marker.Header];
        return new SentMessage
        {
            MessageId = HeaderBlock.IdIn(fields[HeaderId.MessageId]),
            OriginalMessageId = HeaderBlock.IdIn(fields["X-Microsoft-Original-Message-ID"]),
            Marker = marker,
            At = DateUtils.TryParse(fields[HeaderId.Date] ?? "", out var date) ? Instant.FromDateTimeOffset(date) : filed,
            Recipients = [.. Recipients(fields).Distinct()],
            References = [.. new[] { HeaderId.References, HeaderId.InReplyTo }.SelectMany(id => Ids(fields, id)).Distinct()],
            IsForeignAutoReply = marker is null && IsAutomatic(fields[HeaderId.AutoSubmitted]),
        };
    }

    private static IEnumerable<EmailAddress> Recipients(HeaderList fields)
    {
        HeaderId[] names = [HeaderId.To, HeaderId.Cc, HeaderId.Bcc];
        return fields
            .Where(f => names.Contains(f.Id))
            .SelectMany(f => InternetAddressList.TryParse(f.RawValue, out var list) ? list.Mailboxes : [])
            .Select(m => EmailAddress.TryParse(m.GetAddress(idnEncode: true)) is { } address ? address with { DisplayName = m.Name ?? "" } : null)
            .OfType<EmailAddress>();
    }

    private static IEnumerable<string> Ids(HeaderList fields, HeaderId id) =>
        fields.Where(f => f.Id == id).SelectMany(f => MimeUtils.EnumerateReferences(f.Value));

    // RFC 3834 5: "no" means a person wrote it; parameters may follow the keyword.
    private static bool IsAutomatic(string? autoSubmitted) =>
        autoSubmitted is not null && !autoSubmitted.Split(';', '(')[0].Trim().Equals("no", StringComparison.OrdinalIgnoreCase);
}
