using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using NodaTime;

namespace BoundaryWorker.Tests.Mail;

/// <summary>Mails as programs write them, into what the rules look at.</summary>
public sealed class MimeReaderTests
{
    private const string Pangram = "Zażółć gęślą jaźń";

    static MimeReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1250", "windows-1250")]
    [InlineData("iso-8859-2", "ISO-8859-2")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", null)]
    [InlineData("utf-8", "us-ascii")]
    [InlineData("utf-8", "x-unknown-charset")]
    [InlineData("windows-1250", "us-ascii")]
    [InlineData("windows-1250", null)]
    [InlineData("windows-1250", "utf-8")]
    [InlineData("windows-1250", "cp1250")]
    public void Polish_letters_survive_whatever_the_label_says(string written, string? label)
    {
        var head = "From: jan@acme.example\r\nContent-Type: text/plain" + (label is null ? "" : $"; charset={label}") + "\r\n\r\n";
        byte[] mail = [.. Encoding.ASCII.GetBytes(head), .. Encoding.GetEncoding(written).GetBytes(Pangram)];

        Assert.Equal(Pangram, MailCase.Read(mail).Text.Trim());
    }

    [Theory]
    [InlineData("base64", "WmHFvMOzxYLEhyBnxJnFm2zEhSBqYcW6xYQ=")]
    [InlineData("quoted-printable", "Za=C5=BC=C3=B3=C5=82=C4=87 g=C4=99=C5=9Bl=C4=85=\r\n ja=C5=BA=C5=84")]
    public void Transfer_encodings_are_undone(string encoding, string body) =>
        Assert.Equal(Pangram, MailCase.ReadText($"From: jan@acme.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}").Text.Trim());

    [Theory]
    [InlineData("no", "one line \nof two\nand one")]
    [InlineData("yes", "one line \nof two\nand one")]
    public void Flowed_lines_are_joined(string delSp, string body)
    {
        var mail = MailCase.ReadText($"From: jan@acme.example\nContent-Type: text/plain; format=flowed; delsp={delSp}\n\n{body}\n");

        Assert.Equal(delSp == "yes" ? "one lineof two\nand one" : "one line of two\nand one", mail.Text.Trim());
    }

    [Fact]
    public void Plain_text_is_taken_before_HTML_and_HTML_where_the_plain_text_is_empty()
    {
        const string both = "From: jan@acme.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b\nContent-Type: text/plain\n\n{0}\n--b--\n";

        Assert.Equal("plain", MailCase.ReadText(both.Replace("{0}", "plain", StringComparison.Ordinal)).Text.Trim());
        Assert.Equal("rich", MailCase.ReadText(both.Replace("{0}", " ", StringComparison.Ordinal)).Text.Trim());
    }

    [Fact]
    public void HTML_reads_as_a_person_reads_it_and_quotes_come_out_quoted()
    {
        const string html = """
            <html><head><style>p{color:red}</style><title>x</title></head><body>
            <p>Dzień&nbsp;dobry,</p><ul><li>jeden</li><li>dwa &amp; trzy</li></ul>
            <div class="gmail_quote"><div class="gmail_attr">Studio napisało:</div><blockquote>stare<br>słowa<blockquote>starsze</blockquote></blockquote></div>
            <p>nowe</p><div id="divRplyFwdMsg"><b>Od:</b> Studio</div><div>dawne</div><script>alert(1)</script></body></html>
            """;

        var text = MailCase.ReadText("From: jan@acme.example\nContent-Type: text/html; charset=utf-8\n\n" + html).Text;

        Assert.Equal(
            ["Dzień dobry,", "jeden", "dwa & trzy", "> Studio napisało:", ">> stare", ">> słowa", ">>> starsze", "nowe", "> Od: Studio", "> dawne"],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
    }

    [Fact]
    public void Header_facts_are_read()
    {
        var mail = MailCase.Read("B4-answers-our-reply");

        Assert.Equal("b4-answers-our-reply@acme.example", mail.MessageId);
        Assert.Equal(["first@acme.example", "ours@studio.example"], mail.References);
        Assert.Equal(["ours@studio.example"], mail.InReplyTo);
        Assert.Equal(new ReversePath(ReversePathState.Address, new EmailAddress("jan", "acme.example")), mail.ReversePath);
        Assert.Equal((Instant.FromUtc(2026, 11, 24, 20, 30), Instant.FromUtc(2026, 11, 24, 20, 30, 5)), (mail.Sent, mail.TopmostReceived));
        Assert.Equal("text/plain", Assert.Single(mail.Parts).MediaType);
    }

    [Fact]
    public void An_envelope_that_the_caller_knows_wins_over_Return_Path()
    {
        var mail = new MimeReader(MailCase.Zone).Read(new MemoryStream(MailCase.Bytes("A3-list-archive")), MailCase.Received, MessageFlags.Seen, ReversePath.Null);

        Assert.Equal((ReversePath.Null, MessageFlags.Seen), (mail.ReversePath, mail.Flags));
    }

    [Fact]
    public void Addresses_with_comments_folding_groups_and_quotes_are_read()
    {
        var mail = MailCase.Read("B-comments-and-folding-of-appendix-a5");

        Assert.Equal("pete@silly.example", mail.Author?.Key);
        Assert.Equal("me@studio.example", Assert.Single(mail.To).Key);
    }

    [Fact]
    public void A11_all_fields_that_name_recipients_are_read()
    {
        var names = new[] { "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc", "Delivered-To", "X-Original-To", "Envelope-To" };
        var mail = MailCase.ReadText(string.Concat(names.Select((n, i) => $"{n}: r{i}@studio.example\n")) + "From: jan@acme.example\nTo: Żaneta <t@XN--BCHER-KVA.example>\nCc: c@bücher.example\n\n");

        Assert.Equal(names.Select((_, i) => $"r{i}@studio.example"), mail.OtherRecipients.Select(r => r.Key));
        Assert.Equal(["t@xn--bcher-kva.example", "c@xn--bcher-kva.example"], mail.Addressees.Select(a => a.Key));
    }

    [Fact]
    public void A_delivery_report_names_the_message_it_is_about()
    {
        var report = MailCase.Read("A9-delivery-status").Report;

        Assert.NotNull(report);
        Assert.Equal(["ours-1@studio.example"], report.OriginalMessageIds);
        Assert.Equal(("failed", "5.1.1"), (report.Action, report.Status));
        Assert.Null(MailCase.Read("B3-forwarded-bounce").Report);
    }

    [Fact]
    public void Encoded_headers_are_decoded_and_unfolded()
    {
        var mail = MailCase.ReadText("From: =?utf-8?Q?Micha=C5=82?= <m@acme.example>\nSubject: =?iso-8859-2?B?t/NzdHk=?=\n =?utf-8?Q?_dzie=C5=84?=\nX-Folded: one\n\ttwo\n\n");

        Assert.Equal(("Michał", "ˇósty dzień", "one\ttwo"), (mail.Author?.DisplayName, mail.Subject, mail.Headers.First("X-Folded")));
    }

    [Fact]
    public void Lines_that_end_in_CR_alone_are_lines()
    {
        var mail = MailCase.Read(Encoding.ASCII.GetBytes("From: jan@acme.example\rSubject: old\rList-Id: x\r\rfirst\rsecond\r"));

        Assert.Equal(("jan@acme.example", "old", "first\nsecond\n", true), (mail.Author?.Key, mail.Subject, mail.Text, mail.Headers.Has("List-Id")));
    }

    [Fact]
    public void The_header_digest_is_of_the_header_alone()
    {
        var (id, digest, _) = HeaderFacts.Of(new MemoryStream("Message-ID: <a@b.example>\r\nX: y\r\n\r\nbody"u8.ToArray()));
        var (_, sameHeader, _) = HeaderFacts.Of(new MemoryStream("Message-ID: <a@b.example>\r\nX: y\r\n\r\nother body\r\n\r\n"u8.ToArray()));
        var (none, other, _) = HeaderFacts.Of(new MemoryStream("X: y\r\n\r\nbody"u8.ToArray()));

        Assert.Equal(("a@b.example", digest, 64), (id, sameHeader, digest.Length));
        Assert.Null(none);
        Assert.NotEqual(digest, other);
    }
}
