using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Writing;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Tests.Mail;

/// <summary>Replies as bytes (replies.md C): read again as anybody would, never trusted to be what was meant.</summary>
public sealed class MimeWriterTests
{
    private static readonly MimeWriter Writer = new();

    private static readonly OutgoingMessage Plain = new()
    {
        From = new EmailAddress("me", "studio.example", "Studio Zażółć"),
        To = new EmailAddress("jan", "acme.example", "Jan Nowak"),
        Subject = "Auto: Termin projektu",
        Text = "Dzień dobry,\n\nwracam we wtorek o 9:00.\n\nStudio\n",
        Html = "<p>Dzień dobry,</p><p>wracam we wtorek o 9:00.</p>",
        MessageId = "0123456789abcdef@studio.example",
        Date = new LocalDateTime(2026, 11, 24, 21, 31).WithOffset(Offset.FromHours(1)),
        InReplyTo = "theirs@acme.example",
        References = ["first@acme.example", "theirs@acme.example"],
        Headers = [new("Auto-Submitted", "auto-replied"), new("X-Auto-Response-Suppress", "All"), new(Marker.Header, "kind=reply; key=0123; rules=1.1,2.1; installation=abc")],
        EnvelopeFrom = new EmailAddress("me", "studio.example"),
        Language = "pl",
    };

    public static TheoryData<string> HostileTexts =>
    [
        "Auto: Termin\r\nBcc: victim@else.example", "x\nX-Injected: yes", "x\0y\u0001z", "\u2028\u2029\u0085", "=?utf-8?Q?=0D=0ABcc:_victim@else.example?=",
        "ala ma kota, \"psa\" <x@y.example>; (komentarz) \\", new string('ż', 3_000), new string('x', 3_000), "👍🏽 \ud83d lone", "  blanks   inside  ", "", "日本語の件名 & عربى", "\t",
    ];

    [Fact]
    public void A_reply_comes_out_as_it_was_composed()
    {
        var mime = Written(Plain);

        Assert.Equal((Plain.Subject, Plain.MessageId, Plain.InReplyTo), (mime.Subject, mime.MessageId, mime.InReplyTo));
        Assert.Equal(Plain.References, mime.References);
        Assert.Equal(Plain.Date.ToDateTimeOffset(), mime.Date);
        Assert.Equal(TimeSpan.FromHours(1), mime.Date.Offset);
        Assert.Equal(("auto-replied", "All", "pl"), (mime.Headers["Auto-Submitted"], mime.Headers["X-Auto-Response-Suppress"], mime.Body!.Headers["Content-Language"]));
        Assert.Equal("Studio Zażółć", mime.From.Mailboxes.Single().Name);
        Assert.Equal(("multipart/alternative", Plain.Text), (mime.Body.ContentType.MimeType, mime.TextBody!.ReplaceLineEndings("\n")));
        Assert.Contains("wtorek", mime.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_message_gives_the_same_bytes() => Assert.Equal(Writer.Write(Plain).Bytes?.Bytes, Writer.Write(Plain).Bytes?.Bytes);

    [Fact]
    public void Bytes_are_seven_bit_with_short_lines_that_end_in_CR_LF()
    {
        var lines = Encoding.Latin1.GetString(Bytes(Plain)).Split("\r\n");

        Assert.All(lines, l => Assert.True(l.Length <= 998 && l.All(c => c is >= ' ' and < (char)127 or '\t'), l));
    }

    [Fact]
    public void Without_HTML_it_is_plain_text_alone_and_the_null_path_is_kept()
    {
        var (bytes, _) = Writer.Write(Plain with { Html = null, EnvelopeFrom = null });

        Assert.Equal("text/plain", MimeMessage.Load(new MemoryStream(bytes!.Bytes), TestContext.Current.CancellationToken).Body!.ContentType.MimeType);
        Assert.Null(bytes.EnvelopeFrom);
        Assert.Equal(Plain.To, bytes.EnvelopeTo);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void C8_text_from_mail_becomes_no_header(string hostile)
    {
        var message = Plain with { Subject = hostile, To = Plain.To with { DisplayName = hostile }, From = Plain.From with { DisplayName = hostile }, Text = hostile };

        var mime = Written(message);

        Assert.Equal(Written(Plain).Headers.Select(h => h.Field), mime.Headers.Select(h => h.Field));
        Assert.Equal("jan@acme.example", Assert.Single(mime.To.Mailboxes).Address);
        Assert.Empty(mime.Bcc);
    }

    [Theory]
    [InlineData("auto-replied\r\nBcc: victim@else.example")]
    [InlineData("auto-replied\0")]
    public void A_line_end_in_the_value_of_a_further_field_is_cleaned(string value)
    {
        var mime = Written(Plain with { Headers = [new("Auto-Submitted", value)] });

        Assert.StartsWith("auto-replied", mime.Headers["Auto-Submitted"], StringComparison.Ordinal);
        Assert.Empty(mime.Bcc);
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("X-Evil\r\nBcc")]
    [InlineData("Content-Type")]
    [InlineData("")]
    [InlineData("Name with blanks")]
    public void A_further_field_of_a_name_that_may_not_be_sends_nothing(string name) => Refused(Plain with { Headers = [new(name, "x@y.example")] });

    [Fact]
    public void What_cannot_be_written_sends_nothing_and_says_why()
    {
        Refused(Plain with { MessageId = "a b@c.example" });
        Refused(Plain with { MessageId = new string('x', 1_200) });
        Refused(Plain with { To = new EmailAddress("żółć", "acme.example") });
        Refused(Plain with { To = new EmailAddress("jan", "acme.example>\r\nBcc: x@y.example") });
        Refused(Plain with { Language = "pl\r\nX: y" });
    }

    [Fact]
    public void A_quoted_local_part_is_written_quoted() =>
        Assert.Equal("\"jan nowak\"@acme.example", Written(Plain with { To = new EmailAddress("jan nowak", "acme.example") }).To.Mailboxes.Single().Address);

    [Fact]
    public void C6_a_long_thread_is_cut_in_its_middle_and_folded()
    {
        string[] ids = [.. Enumerable.Range(0, 400).Select(i => $"message-number-{i:d4}.with-a-long-tail@mail.acme.example"), "bad id", new string('x', 950)];

        var references = Written(Plain with { References = ids, InReplyTo = "has blanks @x" }).References;

        Assert.Equal([ids[0], .. ids[381..400]], references);
    }

    private static void Refused(OutgoingMessage message)
    {
        var (bytes, why) = Writer.Write(message);

        Assert.Null(bytes);
        Assert.False(string.IsNullOrWhiteSpace(why));
    }

    private static byte[] Bytes(OutgoingMessage message)
    {
        var (bytes, why) = Writer.Write(message);
        Assert.True(bytes is not null, why);
        return bytes.Bytes;
    }

    private static MimeMessage Written(OutgoingMessage message) => MimeMessage.Load(new MemoryStream(Bytes(message)));
}
