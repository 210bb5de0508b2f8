using System.Text;
using BoundaryWorker.AdapterTests.Smtp;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>What replies.md C says of every reply, asked of one as the mail server took it.</summary>
internal static class ReplyHeaders
{
    /// <summary>Reads what the server took.</summary>
    public static MimeMessage Read(SmtpDelivery taken) => MimeMessage.Load(new MemoryStream(taken.Bytes));

    /// <summary>Asks for C1 to C9, as far as they hold for every reply of Nora Field's.</summary>
    /// <param name="taken">The reply.</param>
    /// <param name="eml">What it answers.</param>
    /// <param name="rules">The rules that its marker names, with commas.</param>
    /// <param name="installation">Whose marker it is.</param>
    /// <param name="between">When it was written.</param>
    public static void AssertC(SmtpDelivery taken, byte[] eml, string rules, string installation, Interval between)
    {
        var original = MimeMessage.Load(new MemoryStream(eml));
        var reply = Read(taken);
        AssertEnvelope(taken, original);
        AssertPeople(reply, original);
        AssertThread(reply, original);
        AssertMarks(reply, rules, installation);
        Assert.InRange(Instant.FromDateTimeOffset(reply.Date), between.Start, between.End);
        AssertBody(reply, eml);
    }

    /// <summary>C3.</summary>
    private static void AssertEnvelope(SmtpDelivery taken, MimeMessage original)
    {
        Assert.StartsWith("<nora@norafield.example>", taken.MailFrom, StringComparison.Ordinal);
        Assert.StartsWith($"<{Sender(original).Address}> NOTIFY=FAILURE", Assert.Single(taken.RcptTo), StringComparison.Ordinal);
    }

    /// <summary>C1, C2.</summary>
    private static void AssertPeople(MimeMessage reply, MimeMessage original)
    {
        Assert.Equal("nora@norafield.example", Assert.Single(reply.From.Mailboxes).Address);
        var to = Assert.Single(reply.To.Mailboxes);
        Assert.Equal((Sender(original).Address, Sender(original).Name ?? ""), (to.Address, to.Name ?? ""));
        Assert.Empty(reply.Cc.Concat(reply.Bcc).Concat(reply.ReplyTo));
    }

    /// <summary>C5, C6.</summary>
    private static void AssertThread(MimeMessage reply, MimeMessage original)
    {
        Assert.Equal("Auto: " + original.Subject, reply.Subject);
        Assert.Equal(original.MessageId, reply.InReplyTo);
        Assert.Equal([.. original.References, original.MessageId!], reply.References);
    }

    /// <summary>C4, C7.</summary>
    private static void AssertMarks(MimeMessage reply, string rules, string installation)
    {
        Assert.Equal(("auto-replied", "All"), (reply.Headers[HeaderId.AutoSubmitted], reply.Headers["X-Auto-Response-Suppress"]));
        var id = reply.MessageId!.Split('@');
        Assert.Matches("^[0-9a-f]{32}$", id[0]);
        Assert.Equal("norafield.example", id[1]);
        Assert.Equal($"kind=reply; key={id[0]}; rules={rules}; installation={installation}", reply.Headers["X-BoundaryWorker"]);
        Assert.All(new[] { "Precedence", "Disposition-Notification-To", "Return-Receipt-To" }, name => Assert.Null(reply.Headers[name]));
    }

    /// <summary>C7, C8.</summary>
    private static void AssertBody(MimeMessage reply, byte[] eml)
    {
        Assert.Equal("multipart/alternative", reply.Body!.ContentType.MimeType);
        Assert.Equal(["text/plain", "text/html"], ((Multipart)reply.Body).Select(p => p.ContentType.MimeType));
        Assert.All((Multipart)reply.Body, p => Assert.Equal("utf-8", p.ContentType.Charset, ignoreCase: true));
        var lines = Encoding.UTF8.GetString(eml).Split("\r\n\r\n", 2)[1].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.DoesNotContain(line, reply.TextBody + reply.HtmlBody, StringComparison.OrdinalIgnoreCase));
    }

    private static MailboxAddress Sender(MimeMessage original) => original.From.Mailboxes.Single();
}
