using BoundaryWorker.Core.Mail;
using MimeKit;

namespace BoundaryWorker.Mail.Reading;

/// <summary>Mailboxes of header fields (RFC 5322 3.4, obsolete forms and groups too).</summary>
internal static class Addresses
{
    /// <summary>All mailboxes of all fields of these names, in their order; what is no mailbox is left out.</summary>
    public static IReadOnlyList<EmailAddress> Of(HeaderList header, params ReadOnlySpan<string> names)
    {
        var found = new List<EmailAddress>();
        foreach (var name in names)
        {
            found.AddRange(HeaderReading.All(header, name).Take(50).SelectMany(Of));
        }

        return found;
    }

    /// <summary>The topmost Return-Path (RFC 5321 4.4).</summary>
    public static ReversePath ReversePath(HeaderList header)
    {
        if (HeaderReading.All(header, "Return-Path").FirstOrDefault() is not { } field)
        {
            return Core.Mail.ReversePath.Absent;
        }

        return Parse(HeaderReading.Line(field), () => Of(field));
    }

    /// <summary>An envelope sender as somebody writes it: <c>&lt;&gt;</c>, <c>&lt;jane@acme.example&gt;</c> or without brackets.</summary>
    public static ReversePath Parse(string text) =>
        Parse(text.Trim(), () => InternetAddressList.TryParse(MimeTree.Options, text, out var list) ? Mailboxes(list) : []);

    private static ReversePath Parse(string text, Func<IEnumerable<EmailAddress>> read) =>
        text.Length == 0 || text.StartsWith("<>", StringComparison.Ordinal)
            ? Core.Mail.ReversePath.Null
            : read().FirstOrDefault() is { } address
                ? new ReversePath(ReversePathState.Address, address)
                : new ReversePath(ReversePathState.Unreadable);

    private static IEnumerable<EmailAddress> Of(Header field) =>
        InternetAddressList.TryParse(MimeTree.Options, field.RawValue, out var list) ? Mailboxes(list) : [];

    private static IEnumerable<EmailAddress> Mailboxes(InternetAddressList list) =>
        list.Mailboxes.Take(ReadingLimits.Addresses).Select(Of).OfType<EmailAddress>();

    private static EmailAddress? Of(MailboxAddress mailbox)
    {
        var local = mailbox.LocalPart?.Trim('"') ?? "";
        var domain = Ascii(mailbox.Domain ?? "");
        return local.Length == 0 || domain.Length == 0 ? null : new EmailAddress(local, domain, mailbox.Name?.Trim() ?? "");
    }

    private static string Ascii(string domain)
    {
        try
        {
            return MailboxAddress.IdnMapping.Encode(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return domain.ToLowerInvariant();
        }
    }
}
