using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Tests.Mail;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>The test of an address of hers: known again whatever a host leaves of it, left alone by the worker, judged by what arrived (C2).</summary>
public sealed class AliasTestTests
{
    private static readonly EmailAddress Tasks = new("tasks", "studio.example");

    private static readonly AliasTest Test = AliasTest.Of(MailCase.Owner, Tasks, new EmailAddress("me", "studio.example"), new Installation("0011", [1, 2, 3]), Instant.FromUtc(2026, 11, 24, 20, 30));

    [Fact]
    public void A2_and_A4_to_A6_it_bears_the_marks_by_which_machines_and_the_worker_leave_it_alone()
    {
        var marks = AutomatedMail.MarksOf(MailCase.Read(Bytes()), MailCase.Owner).Select(m => m.Reason).ToList();

        Assert.Contains(Reason.OwnAddress, marks);
        Assert.Contains(Reason.OurMarker, marks);
        Assert.Contains(Reason.AutoSubmitted, marks);
        Assert.Contains(Reason.ResponseSuppressed, marks);
    }

    [Theory]
    [InlineData("Message-Id", "X-BoundaryWorker")]
    [InlineData("Message-Id", "Subject")]
    [InlineData("X-BoundaryWorker", "Subject")]
    public void It_is_known_again_by_any_one_of_three(string lost, string alsoLost)
    {
        Assert.True(Test.Is(Arrived(m => Remove(m, lost, alsoLost))));
        Assert.False(Test.Is(Arrived(m => Remove(m, "Message-Id", "X-BoundaryWorker", "Subject"))));
    }

    [Fact]
    public void C2_what_came_through_whole_is_sendable()
    {
        var verdict = Judge(_ => { });

        Assert.True(verdict.IsSendable);
        Assert.Equal((true, true, Authentication.Passed), (verdict.IsFromKept, verdict.IsMessageIdKept, verdict.Authentication));
        Assert.Empty(verdict.Lost);
    }

    [Fact]
    public void C2_what_came_from_another_address_is_not() => Assert.False(Judge(m => m.From.Clear(), from: "me@studio.example").IsSendable);

    [Fact]
    public void C2_what_is_taken_for_a_forgery_is_not() => Assert.False(Judge(_ => { }, dmarc: "fail").IsSendable);

    [Fact]
    public void C2_what_the_host_took_off_is_named()
    {
        var verdict = Judge(m => Remove(m, "Auto-Submitted", "X-Auto-Response-Suppress", "X-BoundaryWorker"));

        Assert.Equal(["Auto-Submitted", "X-Auto-Response-Suppress", "X-BoundaryWorker"], verdict.Lost);
    }

    [Fact]
    public void E2_a_moved_message_id_is_seen()
    {
        var verdict = Judge(m =>
        {
            m.Headers.Add("X-Microsoft-Original-Message-ID", $"<{m.MessageId}>");
            m.MessageId = "other@outlook.example";
        });

        Assert.Equal((false, true), (verdict.IsMessageIdKept, verdict.IsMessageIdMoved));
    }

    [Theory]
    [InlineData("tasks@studio.example", "tasks@studio.example")]
    [InlineData("TASKS+acme@studio.example", "tasks@studio.example")]
    [InlineData("me@studio.example", null)]
    [InlineData("somebody@else.example", null)]
    public void C2_a_reply_comes_from_the_address_that_was_written_to_where_that_is_known_to_come_through(string to, string? from)
    {
        var message = MailCase.ReadText($"From: jane@acme.example\nTo: {to}\n\nHello");

        Assert.Equal(from, SenderAddress.Of(message, MailCase.Owner, [Tasks])?.Bare);
        Assert.Null(SenderAddress.Of(message, MailCase.Owner, []));
    }

    [Fact]
    public void C2_what_is_no_longer_hers_is_not_sent_from()
    {
        var message = MailCase.ReadText("From: jane@acme.example\nTo: old@studio.example\n\nHello");

        Assert.Null(SenderAddress.Of(message, MailCase.Owner, [new EmailAddress("old", "studio.example")]));
    }

    private static AliasVerdict Judge(Action<MimeMessage> change, string? from = null, string dmarc = "pass") => Test.Judge(
        new MailHeaders([new HeaderField("Authentication-Results", $"mx.host.example; dmarc={dmarc} header.from=studio.example"), .. Arrived(change).Fields]),
        from is null ? Tasks : EmailAddress.TryParse(from),
        TrustPolicy.Of("mx.host.example"));

    private static MailHeaders Arrived(Action<MimeMessage> change)
    {
        using var message = MimeMessage.Load(new MemoryStream(Bytes()));
        change(message);
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return new BoundaryWorker.Mail.Reading.MimeReader(MailCase.Zone).Read(new MemoryStream(bytes.ToArray()), MailCase.Received, Core.Mail.MessageFlags.None).Headers;
    }

    private static void Remove(MimeMessage message, params string[] fields)
    {
        foreach (var field in fields)
        {
            message.Headers.RemoveAll(field);
        }
    }

    private static byte[] Bytes() => new MimeWriter().Write(Test.Message).Bytes!.Bytes;
}
