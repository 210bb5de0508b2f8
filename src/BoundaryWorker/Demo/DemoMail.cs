using System.Text;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Demo;

/// <summary>One message of the scripted weekend.</summary>
/// <param name="At">When it arrives, local time of the demo's owner.</param>
/// <param name="From">The sender as in From.</param>
/// <param name="Subject">The subject, ASCII.</param>
/// <param name="Body">The text.</param>
/// <param name="Header">Further header lines, each ended by a line feed; may override the content type.</param>
internal sealed record DemoMail(LocalDateTime At, string From, string Subject, string Body, string Header = "")
{
    private static readonly InstantPattern Rfc5322 = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM yyyy HH:mm:ss '+0000'");

    /// <summary>The sender's address alone.</summary>
    public string Sender => From[(From.LastIndexOf('<') + 1)..].TrimEnd('>');

    /// <summary>The bytes as the mail host would have stored them.</summary>
    /// <param name="to">The owner's address.</param>
    /// <param name="received">The arrival.</param>
    /// <param name="number">Makes the Message-ID.</param>
    public byte[] ToBytes(string to, Instant received, int number)
    {
        var date = Rfc5322.Format(received);
        var domain = Sender[(Sender.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var contentType = Header.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: text/plain; charset=utf-8\n";
        var text =
            $"""
            Return-Path: <{Sender}>
            Authentication-Results: {DemoScript.AuthservId}; dmarc=pass header.from={domain}
            Received: from mail.{domain} by {DemoScript.AuthservId}; {date}
            From: {From}
            To: {to}
            Subject: {Subject}
            Date: {date}
            Message-ID: <demo-{number}@{domain}>
            MIME-Version: 1.0
            {contentType}{Header}
            {Body}

            """;
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
    }
}
