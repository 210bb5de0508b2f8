using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using MimeKit;
using MimeKit.Text;

namespace BoundaryWorker.Mail.Writing;

/// <summary>
/// A composed message into its exact bytes (RFC 5322, 2045, 2047), the same bytes for the same message. Text from mail is data: whatever
/// stands in a subject or a name, it becomes no header (replies.md C8). What was written is read again and compared before it may go out.
/// </summary>
public sealed class MimeWriter : IMimeWriter
{
    private static readonly FormatOptions Format = Wire();

    /// <inheritdoc/>
    public (OutgoingBytes? Bytes, string? WhyNot) Write(OutgoingMessage message)
    {
        try
        {
            using var mime = Compose(message);
            using var stream = new MemoryStream();
            mime.WriteTo(Format, stream);
            var bytes = stream.ToArray();
            return WrittenCheck.WhyNot(message, bytes) is { } why
                ? (null, why)
                : (new OutgoingBytes(message.MessageId, message.EnvelopeFrom, message.To, bytes), null);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            return (null, $"the reply cannot be written as mail: {e.Message}");
        }
    }

    private static MimeMessage Compose(OutgoingMessage message)
    {
        var mime = new MimeMessage { Subject = HeaderText.Of(message.Subject), MessageId = HeaderText.Id(message.MessageId), Date = message.Date.ToDateTimeOffset() };
        mime.From.Add(Mailbox(message.From));
        mime.To.Add(Mailbox(message.To));
        if (message.InReplyTo is { } id && HeaderText.IsId(id))
        {
            mime.InReplyTo = id;
        }

        mime.References.AddRange(Thread.Of(message.References));
        mime.Headers.Add("Content-Language", HeaderText.Token(message.Language));
        foreach (var field in message.Headers)
        {
            mime.Headers.Add(HeaderText.FieldName(field.Name), HeaderText.Of(field.Value));
        }

        mime.Body = Body(message);
        return mime;
    }

    private static MimeEntity Body(OutgoingMessage message)
    {
        var text = Part(TextFormat.Plain, message.Text);
        if (message.Html is null)
        {
            return text;
        }

        var both = new MultipartAlternative { Boundary = Boundary(message.MessageId) };
        both.Add(text);
        both.Add(Part(TextFormat.Html, message.Html));
        return both;
    }

    private static TextPart Part(TextFormat format, string text) =>
        new(format) { Text = HeaderText.Body(text), ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static MailboxAddress Mailbox(EmailAddress address) => new(Encoding.UTF8, HeaderText.Of(address.DisplayName), HeaderText.AddrSpec(address));

    // Made of the Message-ID, so that the same message gives the same bytes.
    private static string Boundary(string messageId) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("boundary\n" + messageId)))[..32];

    private static FormatOptions Wire()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.EnsureNewLine = true;
        options.International = false;
        return options;
    }
}
