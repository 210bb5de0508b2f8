using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Tests.Time;

namespace BoundaryWorker.Tests.Mail;

/// <summary>
/// Bounces in <c>tests/cases/bounces</c>, written after the shapes of the programs they are named after: what must be read of one stands in its name,
/// <c>ACTION_STATUS_of-what.eml</c>, and each is about the reply whose key is <see cref="Key"/>.
/// </summary>
public sealed class BounceTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    public static TheoryData<string> Names => [.. Directory.GetFiles(Cases.Folder("bounces"), "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A17_a_bounce_says_which_reply_came_back_and_whether_for_good(string name)
    {
        var (action, status) = name.Split('_') is [var a, var s, ..] ? (a, s == "none" ? "" : s) : ("", "");

        var report = Read(name).Report;

        Assert.NotNull(report);
        Assert.Equal((action, status), (report.Action, report.Status));
        Assert.Contains(report.OriginalMessageIds, id => id.Split('@')[0] == Key);
        Assert.Equal(action == "failed" && status is ['5', ..] and not "5.2.2", report.IsForGood);
    }

    [Theory]
    [InlineData("Subject: Fwd: failure notice", "Look what I got:")]
    [InlineData("Subject: failure notice", "Is that address wrong?")]
    public void B3_what_a_person_writes_about_a_bounce_is_no_report(string subject, string words)
    {
        var bounce = File.ReadAllText(Path.Combine(Cases.Folder("bounces"), "failed_5.1.1_qmail.eml"));

        var message = MailCase.ReadText($"Return-Path: <jane@acme.example>\nFrom: Jane <jane@acme.example>\nTo: me@studio.example\n{subject}\n\n{words}\n\n{bounce}");

        Assert.Null(message.Report);
    }

    [Fact]
    public void A_report_whose_machine_readable_part_is_not_there_is_not_judged_by_its_words()
    {
        var eml = File.ReadAllText(Path.Combine(Cases.Folder("bounces"), "failed_5.1.10_diagnostic_in_a_report.eml"));

        Assert.Null(MailCase.ReadText(eml.Replace("message/delivery-status", "text/plain", StringComparison.Ordinal)).Report);
    }

    [Fact]
    public void A_hostile_bounce_costs_no_more_than_its_reading()
    {
        var lines = string.Concat(Enumerable.Repeat("RCPT TO:<" + new string('a', 300) + "> error over quota user is said Message-ID: <\n", 2_000));
        var ids = string.Concat(Enumerable.Range(0, 500).Select(n => $"Message-ID: <{n}@x.example>\n"));

        var report = MailCase.ReadText($"Return-Path: <>\nFrom: mailer-daemon@x.example\nTo: me@studio.example\nSubject: failure notice\n\n{lines}{ids}{lines}").Report;

        Assert.InRange(report?.OriginalMessageIds.Count ?? 0, 0, 10);
    }

    private static IncomingMessage Read(string name) =>
        new MimeReader(MailCase.Zone).Read(new MemoryStream(File.ReadAllBytes(Path.Combine(Cases.Folder("bounces"), name + ".eml"))), MailCase.Received, MessageFlags.None);
}
