using System.Text;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Mail;
using CsCheck;
using MimeKit;

namespace BoundaryWorker.Tests.Replies;

/// <summary>
/// From the bytes of any mail to the bytes of its reply, by the very code of the worker: whatever was sent, the reply is good mail to one client's person and
/// to nobody of hers, and no worker would answer it; or there is none, with a reason.
/// </summary>
public sealed class AnyMailTests
{
    private const int Samples = 1_500;

    private static readonly MimeWriter Writer = new();

    private static readonly Situation Situation =
        Fixtures.Situation(Fixtures.Studio(), new(Fixtures.Clients(), StrangerPolicy.HoldAndReply)) with { Trust = TrustPolicy.Supposed };

    /// <summary>Values as they may stand in a raw field, or in a body.</summary>
    private static readonly Dictionary<string, string> Nasty = new()
    {
        ["plain"] = "Numbers",
        ["a line end in an encoded word"] = "=?utf-8?Q?x=0D=0ABcc:_all@victim.example=0D=0A=0D=0Ay?=",
        ["a line end in Base64"] = $"=?utf-8?B?{Base64("x\r\nTo: all@victim.example\r\n\r\nbody")}?=",
        ["a bare CR"] = "x\rBcc: all@victim.example",
        ["a bare LF"] = "x\nBcc: all@victim.example",
        ["a folded line"] = "x\r\n Bcc: all@victim.example",
        ["NUL"] = "x\0y\0",
        ["NUL in an encoded word"] = "=?utf-8?Q?x=00y?=",
        ["marks of direction"] = $"=?utf-8?B?{Base64("\u202Egpj.exe\u202C\u2066\u200F")}?=",
        ["raw marks of direction"] = "\u202Egpj.exe\u2028next\u2029",
        ["a hundred thousand characters"] = new string('x', 100_000),
        ["a hundred thousand letters beyond ASCII"] = string.Concat(Enumerable.Repeat("ż", 100_000)),
        ["a hundred thousand blanks"] = new string(' ', 100_000) + "x",
        ["RFC 2047 without an end"] = "=?utf-8?B?xxx",
        ["RFC 2047 that is no Base64"] = "=?utf-8?B?####?= =?utf-8?Q?=ZZ=?=",
        ["RFC 2047 of an unknown charset"] = "=?x-klingon?Q?nuqneH?=",
        ["RFC 2047 cut within a letter"] = "=?utf-8?Q?=C5?= =?utf-8?Q?=BC?=",
        ["RFC 2047 of RFC 2047"] = $"=?utf-8?B?{Base64("=?utf-8?Q?=0D=0ABcc:_x@victim.example?=")}?=",
        ["Liquid"] = "{{ owner }}{% include 'urgent' %}{{ 7 | times: 6 }}{% for i in (1..1000000) %}x{% endfor %}",
        ["HTML"] = "<script>alert(1)</script><img src=https://victim.example/x.png>&amp;\"'",
        ["lone surrogates in UTF-7 and UTF-8"] = "+2AA- \u00ED\u00A0\u0080",
        ["nothing"] = "",
        ["its own prefix"] = "Auto: Auto: Re: Auto: x",
        ["quotes and brackets"] = "\"a\" <b@c.example>, \\ (d",
    };

    private static readonly string[] Senders =
        ["jane@acme.example", "tom@acme.example", "anna@brzoza.example", "JANE@ACME.EXAMPLE", "\"jane doe\"@acme.example", "jane+x@acme.example", "someone@else.example", "me@studio.example", "Me+x@Studio.Example", "tasks@studio.example", "nobody", "jane@acme.example, me@studio.example", ""];

    private static readonly string[] Recipients = ["me@studio.example", "TASKS@studio.example", "undisclosed-recipients:;", "me@studio.example, jane@acme.example, all@victim.example", ""];

    private static readonly Gen<string> Value = Gen.OneOf(Gen.OneOf<string>([.. Nasty.Values]), Gen.String[0, 60], Gen.Select(Gen.OneOf<string>([.. Nasty.Values]), Gen.OneOf<string>([.. Nasty.Values]), (a, b) => a + b));

    private static readonly Gen<byte[]> AnyMail = Gen.Select(
        Gen.Select(Value, Gen.OneOf<string>(Senders), Gen.OneOf<string>(Recipients)),
        Gen.Select(Value, Value, Value),
        Gen.Bool,
        (who, what, replyTo) => Mail(who.Item1, who.Item2, who.Item3, what.Item1, what.Item2, what.Item3, replyTo ? "Reply-To: list@victim.example, me@studio.example\r\nSender: me@studio.example\r\n" : ""));

    public static TheoryData<string> Names => [.. Nasty.Keys];

    [Fact]
    public void C1_C4_C8_any_reply_goes_to_one_person_bears_the_marks_and_is_answered_by_nobody()
    {
        var replies = 0;
        AnyMail.Sample(
            mail =>
            {
                var (message, decision, bytes, whyNot) = Answered(mail);
                if (bytes is null)
                {
                    Assert.True(decision.Reply.Answer is null ? decision.Reply.Reasons.Count > 0 : whyNot?.Length > 0);
                    return;
                }

                Interlocked.Increment(ref replies);
                AssertGood(bytes, message);
            },
            iter: Samples);

        Assert.InRange(replies, Samples / 10, Samples);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void C5_C8_hostile_subjects_ids_and_texts_are_answered_with_good_mail(string name)
    {
        foreach (var mail in new[]
        {
            Mail("Jane", "jane@acme.example", "me@studio.example", Nasty[name], "<1@acme.example>", "Which font is it?"),
            Mail("Jane", "jane@acme.example", "me@studio.example", "Numbers", $"<{Nasty[name]}@acme.example>", "Which font is it?"),
            Mail("Jane", "jane@acme.example", "me@studio.example", "Numbers", "<1@acme.example>", Nasty[name] + "\r\nWhich font is it?"),
        })
        {
            var (message, decision, bytes, whyNot) = Answered(mail);

            Assert.True(bytes is not null, $"{string.Join(' ', decision.Reply.Reasons)} {whyNot}");
            AssertGood(bytes, message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A1_C8_who_has_a_hostile_name_is_answered_with_good_mail_or_cannot_be_read(string name)
    {
        var (message, decision, bytes, _) = Answered(Mail(Nasty[name], "jane@acme.example", "me@studio.example", "Numbers", "<1@acme.example>", "Which font is it?"));
        if (bytes is null)
        {
            Assert.Contains(decision.Reply.Reasons, r => r.Reason is Reason.UnreadableSender or Reason.SeveralFromFields);
            return;
        }

        AssertGood(bytes, message);
    }

    [Fact]
    public void C6_a_Message_ID_of_ten_thousand_characters_is_not_repeated()
    {
        var (message, _, bytes, _) = Answered(Mail("Jane", "jane@acme.example", "me@studio.example", "Numbers", $"<{new string('i', 10_000)}@acme.example>", "Which font is it?"));

        AssertGood(bytes!, message);
        var reply = MimeMessage.Load(new MemoryStream(bytes!.Bytes), TestContext.Current.CancellationToken);
        Assert.True(string.IsNullOrEmpty(reply.InReplyTo));
        Assert.Empty(reply.References);
    }

    [Fact]
    public void A11_without_any_recipient_it_is_held_and_not_answered()
    {
        var (_, decision, bytes, _) = Answered(Mail("Jane", "jane@acme.example", "", "Numbers", "<1@acme.example>", "Which font is it?"));

        Assert.Null(bytes);
        Assert.True(decision.Hold.IsHeld);
        Assert.Equal(Reason.NotAddressed, Assert.Single(decision.Reply.Reasons).Reason);
    }

    /// <summary>By the code of the worker: read, classify, decide, compose, write.</summary>
    private static (IncomingMessage Message, Decision Decision, OutgoingBytes? Bytes, string? WhyNot) Answered(byte[] mail)
    {
        var message = MailCase.Read(mail) with { Received = Studio.At("2026-11-24 18:00") };
        var (kind, decision) = Judged(message, Situation);
        if (decision.Reply.Answer is null)
        {
            return (message, decision, null, null);
        }

        var request = new ReplyRequest
        {
            Decision = decision,
            Message = message,
            Classification = kind,
            Situation = Situation,
            History = History.Empty,
            Installation = Studio.Installation,
            Now = Studio.At("2026-11-24 18:01"),
        };
        var (composed, whyNot) = ReplyComposer.Compose(request, Studio.Templates);
        var (bytes, unwritable) = composed is null ? (null, whyNot) : Writer.Write(composed);
        return (message, decision, bytes, unwritable);
    }

    private static (Classification Kind, Decision Decision) Judged(IncomingMessage message, Situation situation)
    {
        var kind = Classifier.Classify(message, situation);
        return (kind, Decider.Decide(message, kind, situation, History.Empty, Studio.At("2026-11-24 18:01")));
    }

    private static void AssertGood(OutgoingBytes written, IncomingMessage original)
    {
        var text = Encoding.Latin1.GetString(written.Bytes);
        Assert.All(text.Split("\r\n"), l => Assert.True(l.Length <= 998 && l.All(c => c is >= ' ' and < (char)127 or '\t'), l));

        var reply = MimeMessage.Load(new MemoryStream(written.Bytes));
        var to = Assert.Single(reply.To.Mailboxes).Address;
        Assert.Equal(original.Author!.Bare, to, ignoreCase: true);
        Assert.False(Situation.Code.Owner.Owns(EmailAddress.TryParse(to)!));
        Assert.Equal(("me@studio.example", to), (written.EnvelopeFrom?.Bare, written.EnvelopeTo.Bare));
        Assert.Empty(reply.Cc.Concat(reply.Bcc).Concat(reply.ReplyTo).Concat(reply.ResentTo));
        Assert.Equal("auto-replied", Assert.Single(reply.Headers, h => h.Id == HeaderId.AutoSubmitted).Value);
        Assert.DoesNotContain("victim", reply.TextBody + reply.HtmlBody, StringComparison.Ordinal);
        AssertOwnFood(written.Bytes, to);
    }

    /// <summary>Neither this worker answers its reply, should it come back, nor that of whom it was for, were she its client.</summary>
    private static void AssertOwnFood(byte[] bytes, string to)
    {
        var reply = MailCase.Read(bytes) with { Received = Studio.At("2026-11-24 18:00") };
        var code = Fixtures.Studio();
        var her = new Client { Id = "her", Name = "Her", Addresses = [Fixtures.At("me@studio.example")], Language = "en", CodeGiven = new(3, new(2026, 11, 2)) };
        var theirs = Fixtures.Situation(code with { Owner = code.Owner with { Addresses = [EmailAddress.TryParse(to)!] } }, new([her], StrangerPolicy.HoldAndReply)) with { Trust = TrustPolicy.Supposed };

        Assert.All(new[] { Situation, theirs }, situation =>
        {
            var decision = Judged(reply, situation).Decision;
            Assert.Null(decision.Reply.Answer);
            Assert.False(decision.Hold.IsHeld);
            Assert.Contains(decision.Reply.Reasons, r => r.Reason is Reason.OurMarker);
        });
    }

    private static byte[] Mail(string name, string from, string to, string subject, string id, string body, string further = "") => Encoding.UTF8.GetBytes(
        $"Return-Path: <{from.Split(", ")[0]}>\r\n"
        + (from.Length == 0 ? "" : from.Contains(", ", StringComparison.Ordinal) ? $"From: {from}\r\n" : $"From: {name} <{from}>\r\n")
        + (to.Length == 0 ? "" : $"To: {to}\r\n")
        + $"{further}Subject: {subject}\r\nMessage-ID: {id}\r\n\r\n{body}\r\n");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
