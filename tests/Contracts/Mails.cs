using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>Small messages for the contract suites, and a reader that is just enough for them.</summary>
public static class Mails
{
    /// <summary>
    /// A message with CRLF line ends and a body whose bytes no text decoding would leave alone. Neither NUL nor a bare line feed is in it, which no
    /// mail server keeps (RFC 5322 2.3, RFC 3501 4.3).
    /// </summary>
    public static byte[] Simple(string id, string subject = "Hello", string extra = "", string from = "jane@acme.example") =>
    [
        .. Encoding.UTF8.GetBytes($"{extra}From: Jane <{from}>\r\nTo: me@studio.example\r\nSubject: {subject}\r\nMessage-ID: <{id}>\r\n\r\nText of {id}\r\n"),
        0xC3, 0x28, 0xFF, (byte)'\r', (byte)'\n',
    ];

    /// <summary>Reads the fields that the suites ask for.</summary>
    public static IncomingMessage Read(Stream eml, Instant received, MessageFlags flags)
    {
        using var bytes = new MemoryStream();
        eml.CopyTo(bytes);
        var header = Header(bytes.ToArray());
        var fields = header.Split("\r\n").Select(l => l.Split(": ", 2)).Where(p => p.Length == 2).Select(p => new HeaderField(p[0], p[1])).ToList();
        var headers = new MailHeaders(fields);
        return new IncomingMessage
        {
            Received = received,
            MessageId = headers.First("Message-ID")?.Trim('<', '>'),
            Subject = headers.First("Subject") ?? "",
            Text = Encoding.UTF8.GetString(bytes.ToArray()).Split("\r\n\r\n", 2)[^1],
            Headers = headers,
            Flags = flags,
            Size = bytes.Length,
        };
    }

    /// <summary>The text before the first empty line.</summary>
    public static string Header(byte[] eml) => Encoding.UTF8.GetString(eml).Split("\r\n\r\n", 2)[0];

    /// <summary>By this the suites know the bytes of a message again.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
