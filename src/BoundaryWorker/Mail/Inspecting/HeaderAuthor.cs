using BoundaryWorker.Core.Mail;
using MimeKit;

namespace BoundaryWorker.Mail.Inspecting;

/// <summary>The author of a message of which only the header is looked at.</summary>
internal static class HeaderAuthor
{
    /// <summary>The one address in From; null where there is none, or not just one.</summary>
    public static EmailAddress? Of(HeaderList header) =>
        header.Where(h => h.Id == HeaderId.From).ToList() is [var from] && InternetAddressList.TryParse(from.RawValue, out var list) ? Of(list) : null;

    /// <inheritdoc cref="Of(HeaderList)"/>
    public static EmailAddress? Of(MailHeaders header) =>
        header.All("From").ToList() is [var from] && InternetAddressList.TryParse(from, out var list) ? Of(list) : null;

    /// <inheritdoc cref="Of(HeaderList)"/>
    public static EmailAddress? Of(InternetAddressList? from) =>
        from?.Mailboxes.ToList() is [var one] ? EmailAddress.TryParse(one.GetAddress(idnEncode: true)) : null;
}
