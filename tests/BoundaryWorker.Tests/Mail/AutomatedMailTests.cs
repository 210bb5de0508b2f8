using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Tests.Mail;

/// <summary>replies.md A1-A10, A13, A20 and B over the mails of <c>tests/cases/mail</c>, and what no mail shows.</summary>
public sealed class AutomatedMailTests
{
    public static TheoryData<string> Names => [.. MailCase.Names];

    public static TheoryData<string> Rows => ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A20"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_bears_exactly_the_marks_in_its_name(string name)
    {
        var marks = AutomatedMail.MarksOf(MailCase.Read(name), MailCase.Owner);

        Assert.Equal(MailCase.Marks(name), marks.Select(m => ReasonTable.Id(m.Reason)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Evidence_is_given_and_no_longer_than_promise_10_allows(string name)
    {
        var marks = AutomatedMail.MarksOf(MailCase.Read(name), MailCase.Owner);

        Assert.All(marks, m => Assert.InRange(m.Evidence.Length, m.Reason == Reason.NoSender ? 0 : 1, 40));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_has_at_least_four_mails(string row) =>
        Assert.True(MailCase.Names.Count(n => n.Split('-')[0].Split('+').Contains(row)) >= 4, $"{row} has too few mails in tests/cases/mail");

    [Theory]
    [InlineData("B1")]
    [InlineData("B2")]
    [InlineData("B3")]
    [InlineData("B4")]
    public void Every_exception_has_at_least_two_mails(string row) => Assert.True(MailCase.Names.Count(n => n.StartsWith(row + "-", StringComparison.Ordinal)) >= 2);

    [Fact]
    public void Marks_come_in_the_order_of_the_list()
    {
        var mail = MailCase.ReadText("""
            From: noreply@acme.example
            To: me@studio.example
            Subject: Automatic reply: x
            X-Loop: x
            Precedence: bulk
            Auto-Submitted: auto-replied
            List-Id: x

            x
            """);

        Assert.Equal(["A3", "A4", "A5", "A7", "A8", "A13"], AutomatedMail.MarksOf(mail, MailCase.Owner).Select(m => ReasonTable.Id(m.Reason)));
    }

    [Theory]
    [InlineData("A4-auto-replied", true)]
    [InlineData("A5-bulk", true)]
    [InlineData("A6-all", true)]
    [InlineData("A8-envelope-bounces", true)]
    [InlineData("A8-noreply", false)]
    [InlineData("A3-list-id-empty", false)]
    [InlineData("A9-delivery-status", false)]
    [InlineData("A1-null-return-path", false)]
    public void F3_marks_that_do_not_count_for_an_invitation_are_those_of_the_list(string name, bool dropped)
    {
        var mark = Assert.Single(AutomatedMail.MarksOf(MailCase.Read(name), MailCase.Owner));

        Assert.Equal(dropped, AutomatedMail.DoesNotCountForInvitation(mark));
    }

    [Theory]
    [InlineData("jan.noreply", true)]
    [InlineData("Do_Not.Reply", true)]
    [InlineData("no-reply-7f3a", true)]
    [InlineData("NIE.ODPOWIADAJ", true)]
    [InlineData("não-responda", true)]
    [InlineData("neodpovídejte", true)]
    [InlineData("MAILER-DAEMON", true)]
    [InlineData("reply", false)]
    [InlineData("eleanor", false)]
    [InlineData("norbert", false)]
    [InlineData("owner-relations", false)]
    [InlineData("jan-request", false)]
    [InlineData("postmaster", false)]
    public void A8_a_robot_in_From_is_known_by_the_words_of_its_local_part(string local, bool robot)
    {
        var mail = new IncomingMessage { Received = MailCase.Received, From = [new EmailAddress(local, "acme.example")] };

        Assert.Equal(robot, AutomatedMail.MarksOf(mail, MailCase.Owner).Any(m => m.Reason == Reason.RobotAddress));
    }

    [Theory]
    [InlineData("Re: Automatic reply: Termin")]
    [InlineData("Automatic reply machine for sale")]
    [InlineData("Urlop: kiedy?")]
    [InlineData("Auto: do sprzedania")]
    public void A13_only_a_known_prefix_with_its_colon_at_the_very_beginning_counts(string subject)
    {
        var mail = new IncomingMessage { Received = MailCase.Received, From = [new EmailAddress("jan", "acme.example")], Subject = subject };

        Assert.Empty(AutomatedMail.MarksOf(mail, MailCase.Owner));
    }

    [Fact]
    public void A_lone_surrogate_in_any_text_is_no_crash()
    {
        var mail = new IncomingMessage { Received = MailCase.Received, From = [new EmailAddress("j\ud800an", "acme.example")], Subject = "\udc00: ą\ud83d" };

        Assert.Empty(AutomatedMail.MarksOf(mail, MailCase.Owner));
    }
}
