using System.Diagnostics;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Files;

public sealed class CodeFileTests
{
    private static readonly BoundaryCode Sample = CodeFile.Read(FileCase.Load("design-sample").Sections["code.yaml"], "code.yaml").Value!;

    [Fact]
    public void The_sample_of_the_design_gives_its_version_owner_and_limits()
    {
        Assert.Equal(3, Sample.Version);
        Assert.Equal(new LocalDate(2026, 12, 1), Sample.Effective);
        Assert.Equal("Studio Example", Sample.Owner.Name);
        Assert.Equal(["me@studio.example", "tasks@studio.example"], Sample.Owner.Addresses.Select(a => a.Key));
        Assert.Equal("Europe/Warsaw", Sample.Owner.Zone.Id);
        Assert.Equal(["pl", "en"], Sample.Owner.Languages);
        Assert.Equal(Duration.FromHours(8), Sample.AnswerWithin);
        Assert.Equal(Duration.FromDays(7), Sample.MaxHold);
        Assert.False(Sample.HoldThroughLeave);
        Assert.Null(Sample.Link);
    }

    [Fact]
    public void The_sample_of_the_design_gives_its_hours()
    {
        var week = Sample.Hours.Weekly;
        var (nine, twelve, one, three, five) = (At(9), At(12), At(13), At(15), At(17));

        foreach (var day in new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday })
        {
            Assert.Equal([new LocalHours(nine, twelve), new LocalHours(one, five)], week.On(day));
        }

        Assert.Equal([new LocalHours(nine, three)], week.On(IsoDayOfWeek.Friday));
        Assert.Empty(week.On(IsoDayOfWeek.Saturday));
        Assert.Equal("PL", Sample.Hours.Holidays);
        Assert.Equal(Duration.FromMinutes(30), Sample.Hours.PassUnder);
        Assert.Equal(Duration.FromHours(2), Sample.Hours.ReplyFrom);
        Assert.Equal(Duration.FromMinutes(15), Sample.Hours.Grace);
    }

    [Fact]
    public void Both_days_of_a_closure_are_included_and_dated_hours_are_kept()
    {
        var closed = Assert.Single(Sample.Hours.Closed);
        Assert.Equal(new LocalDate(2026, 12, 28).AtMidnight(), closed.From);
        Assert.Equal(new LocalDate(2027, 1, 1).AtMidnight(), closed.To);
        Assert.Equal(ClosureKind.Leave, closed.Kind);
        Assert.Equal("annual leave", closed.Reason!.In("en"));

        var open = Assert.Single(Sample.Hours.Open);
        Assert.Equal(new LocalDate(2026, 12, 5), open.Date);
        Assert.Equal([new LocalHours(At(9), At(12))], open.Hours);
    }

    [Fact]
    public void The_sample_of_the_design_gives_its_channels()
    {
        Assert.Equal(["mail", "board", "booking", "urgent"], Sample.Channels.Select(c => c.Id));
        Assert.Equal([Matter.Question, Matter.Invoice], Sample.Channels[0].For);
        Assert.Equal("me@studio.example", Sample.Channels[0].Address!.Bare);
        Assert.Equal("https://board.example/new-task", Sample.Channels[1].Url);
        Assert.Equal("[PILNE]", Sample.UrgentTag!.SubjectTag);
        Assert.Equal(new Allowance(2, AllowancePeriod.Month), Sample.UrgentTag.Allowance);
    }

    [Fact]
    public void The_sample_of_the_design_gives_its_rules_in_their_order()
    {
        Assert.Equal(["1.1", "2.1", "2.2"], Sample.Rules.Select(r => r.Id));
        Assert.Equal([RuleArea.WorkingTime, RuleArea.Tasks, RuleArea.Tasks], Sample.Rules.Select(r => r.Area));
        Assert.True(Sample.Rules[0].EnforcesHours);
        Assert.Equal("Zadania przyjmuję przez tablicę.", Sample.Rules[1].Text.In("pl"));
        Assert.Equal([Matter.Task], Sample.Rules[1].When!.Matter);
        Assert.Equal(["board"], Sample.Rules[1].When!.NotVia);
        Assert.True(Sample.Rules[1].ReplyInOpenHours);
        Assert.Null(Sample.Rules[2].When);
        Assert.False(Sample.Rules[2].EnforcesHours);
    }

    [Fact]
    public void Everything_that_the_sample_leaves_out_has_its_place_too()
    {
        var code = Good(FileCase.StandardCode.Replace("channels:\n", """
            hold_through_leave: true
            link: https://studio.example/code
            cues: { task: [proszę zaplanować, "new: post"], invoice: rachunek }
            replies:
              silent_after: 4
              to_cc: true
              subject_prefix: { PL: "Odp.: ", en: "Auto: " }
              null_path: true
              per_hour: 20
              per_person_day: 2
              per_client_day: 7
            channels:
              - { id: phone, telephone: "+48 600 000 000", for: urgent }

            """, StringComparison.Ordinal).Replace("when: { matter: task, not_via: board }", """
            when:
                  sender: [jane@acme.example, acme]
                  alias: tasks@studio.example
                  matter: [task, other]
                  via: mail
                  not_via: [board]
                  subject: oferta
                  body: [post, wpis]
                  attachment: true
                  invitation: false
                  language: pl
                  hours: closed
            """, StringComparison.Ordinal));

        Assert.True(code.HoldThroughLeave);
        Assert.Equal("https://studio.example/code", code.Link);
        Assert.Equal(["proszę zaplanować", "new: post"], code.Cues[Matter.Task]);
        Assert.Equal(["rachunek"], code.Cues[Matter.Invoice]);
        Assert.Equal("+48 600 000 000", code.Telephone!.Telephone);
        var (replies, when) = (code.Replies, code.Rules[1].When!);
        Assert.Equal((4, true, true, 20, 2, 7), (replies.SilentAfter, replies.AnswerWhenCc, replies.NullPath, replies.PerHour, replies.PerPersonDay, replies.PerClientDay));
        Assert.Equal("Odp.: ", replies.SubjectPrefix!.In("pl"));
        Assert.Equal(["jane@acme.example", "acme"], when.Sender);
        Assert.Equal(["tasks@studio.example"], when.Alias.Select(a => a.Bare));
        Assert.Equal([Matter.Task, Matter.Other], when.Matter);
        Assert.Equal(["mail"], when.Via);
        Assert.Equal(["oferta"], when.Subject);
        Assert.Equal(["post", "wpis"], when.Body);
        Assert.Equal((true, false, false), (when.Attachment, when.Invitation, when.InOpenHours));
        Assert.Equal(["pl"], when.Language);
    }

    [Fact]
    public void What_is_left_out_has_the_defaults_of_the_Code()
    {
        var code = Good(FileCase.StandardCode);

        Assert.Null(code.Effective);
        Assert.Null(code.AnswerWithin);
        Assert.Equal(Duration.FromDays(7), code.MaxHold);
        Assert.Equal((Duration.Zero, Duration.Zero, Duration.Zero), (code.Hours.PassUnder, code.Hours.ReplyFrom, code.Hours.Grace));
        Assert.Equal(new ReplyOptions(), code.Replies);
        Assert.Empty(code.Cues);
    }

    [Fact]
    public void Closures_with_times_are_half_open_and_one_without_an_end_is_one_day()
    {
        var code = Good(FileCase.StandardCode.Replace("  holidays: PL\n", """
              closed:
                - { from: 2026-12-29 12:00, to: 2026-12-30 }
                - { from: 2026-12-31, to: 2027-01-02T09:30 }
                - from: 2027-01-04
                - from: 2027-01-05 14:00

            """, StringComparison.Ordinal));

        Assert.Equal(
            [
                (new LocalDateTime(2026, 12, 29, 12, 0), new LocalDateTime(2026, 12, 31, 0, 0)),
                (new LocalDateTime(2026, 12, 31, 0, 0), new LocalDateTime(2027, 1, 2, 9, 30)),
                (new LocalDateTime(2027, 1, 4, 0, 0), new LocalDateTime(2027, 1, 5, 0, 0)),
                (new LocalDateTime(2027, 1, 5, 14, 0), new LocalDateTime(2027, 1, 6, 0, 0)),
            ],
            code.Hours.Closed.Select(c => (c.From, c.To)));
    }

    [Theory]
    [InlineData("{ mon: 13:00-17:00 09:00-12:00 }", "09:00-12:00 13:00-17:00")]
    [InlineData("{ monday: 9:00-12:00 }", "09:00-12:00")]
    [InlineData("{ MON: [09:00-12:00, 22:00-02:00] }", "09:00-12:00 22:00-02:00")]
    [InlineData("{ mon: 09:00–12:00 }", "09:00-12:00")]
    [InlineData("{ mon: 00:00-24:00 }", "00:00-00:00")]
    [InlineData("{ \"sat-mon\": 18:00-24:00 }", "18:00-00:00")]
    [InlineData("{ \"sun, mon\": \"09:00 - 12:00, 13:00 - 14:00\" }", "09:00-12:00 13:00-14:00")]
    public void Hours_are_read_in_every_legal_form_and_put_in_order(string weekly, string monday)
    {
        var code = Good(FileCase.StandardCode.Replace("{ mon-thu: 09:00-12:00 13:00-17:00, fri: 09:00-15:00 }", weekly, StringComparison.Ordinal));

        var read = code.Hours.Weekly.On(IsoDayOfWeek.Monday).Select(h => FormattableString.Invariant($"{h.Start:HH:mm}-{h.End:HH:mm}"));
        Assert.Equal(monday, string.Join(' ', read));
    }

    [Fact]
    public void Domains_outside_ASCII_are_kept_in_their_punycode_form()
    {
        var code = Good(FileCase.StandardCode.Replace("tasks@studio.example]", "tasks@żółw.example]", StringComparison.Ordinal));

        Assert.Equal(new System.Globalization.IdnMapping().GetAscii("żółw.example"), code.Owner.Addresses[1].Domain);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public void A_byte_order_mark_and_lines_of_Windows_change_nothing(string mark, string newLine)
    {
        var read = CodeFile.Read(mark + FileCase.StandardCode.Replace("PL\n", "XX\n", StringComparison.Ordinal).Replace("\n", newLine, StringComparison.Ordinal), "code.yaml", ["PL"]);

        var plain = CodeFile.Read(FileCase.StandardCode.Replace("PL\n", "XX\n", StringComparison.Ordinal), "code.yaml", ["PL"]);
        Assert.Equal(plain.Findings, read.Findings);
        Assert.Single(read.Findings);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_parsed()
    {
        var read = CodeFile.Read(FileCase.StandardCode + new string('#', 600 * 1024), "code.yaml");

        Assert.Null(read.Value);
        Assert.Contains("larger than 512 KB", Assert.Single(read.Findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_bomb_costs_no_more_than_a_moment()
    {
        var started = Stopwatch.GetTimestamp();

        var read = CodeFile.Read(FileCase.Load("code-alias-bomb").Sections["code.yaml"], "code.yaml");

        Assert.False(read.IsGood);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Whatever_happens_to_a_Code_it_is_read_or_refused_with_places_and_never_throws()
    {
        Damage.Of(FileCase.Load("design-sample").Sections["code.yaml"]).Sample(
            text =>
            {
                var read = CodeFile.Read(text, "code.yaml");

                Assert.Equal(read.IsGood, read.Findings.All(f => f.Severity != Severity.Error));
                Assert.All(read.Findings, f => Assert.InRange(f.Line, 1, text.Split('\n').Length));
            },
            iter: 1000);
    }

    private static BoundaryCode Good(string text)
    {
        var read = CodeFile.Read(text, "code.yaml");
        Assert.True(read.IsGood, string.Join('\n', read.Findings));
        return read.Value!;
    }

    private static LocalTime At(int hour) => new(hour, 0);
}
