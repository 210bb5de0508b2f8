using System.Text.Json;
using BoundaryWorker.Commands.Explain;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Tests.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Explain;

/// <summary><c>explain</c>: what would be done with mails on disk, by the code that does it.</summary>
public sealed class ExplainerTests : IDisposable
{
    private const Supposition All = Supposition.Client | Supposition.Addressed | Supposition.Closed;

    // A Tuesday at 10:00 in Warsaw: she is working.
    private static readonly Instant Working = Instant.FromUtc(2026, 11, 24, 9, 0);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("explain-");

    [Fact]
    public void A_clients_mail_in_a_closed_window_is_held_and_answered()
    {
        var judged = Judged(Explain(All, "B1-auto-submitted-no"));

        Assert.True(judged.Decision.Hold.IsHeld);
        Assert.Equal("jan@acme.example", judged.Decision.Reply.Answer?.To.Key);
    }

    [Fact]
    public void Supposed_closed_the_arrival_lies_past_the_lunch_break_and_the_grace()
    {
        var judged = Judged(Explain(All, "B1-auto-submitted-no"));

        Assert.Equal(new LocalDateTime(2026, 11, 24, 17, 15), judged.Message.Received.InZone(MailCase.Zone).LocalDateTime);
    }

    [Fact]
    public void Supposed_closed_an_arrival_that_is_closed_stays_where_it_is()
    {
        var night = Instant.FromUtc(2026, 11, 24, 22, 30);

        Assert.Equal(night, Judged(Explain(new ExplainOptions(night, null, TrustPolicy.None, All), "B1-auto-submitted-no")).Message.Received);
    }

    [Fact]
    public void Without_a_supposition_the_sender_is_a_stranger() =>
        Assert.Equal((false, null), (Judged(Explain(Supposition.None, "B1-auto-submitted-no")).Decision.Hold.IsHeld, Judged(Explain(Supposition.None, "B1-auto-submitted-no")).Decision.Reply.Answer));

    [Fact]
    public void Every_mail_that_bears_a_mark_is_answered_by_nobody_and_every_other_one_is()
    {
        var names = MailCase.Names.Where(n => !n.StartsWith("A12", StringComparison.Ordinal) && !n.StartsWith("A11-no-", StringComparison.Ordinal) && !n.StartsWith("A11-undisclosed", StringComparison.Ordinal)).ToList();
        var explained = names.Select(n => (Name: n, Answered: Judged(Explain(All, n)).Decision.Reply.Answer is not null)).ToList();

        Assert.Equal(names.Select(n => (n, MailCase.Marks(n).Length == 0)), explained);
    }

    [Fact]
    public void A_line_of_JSON_has_the_members_that_were_promised()
    {
        var json = JsonDocument.Parse(new ExplainedJson(MailCase.Owner).Line(Explain(All, "B1-auto-submitted-no"))).RootElement;

        Assert.Equal(
            ["file", "hold", "holdUntil", "reply", "replyTo", "answer", "rules", "matter", "matters", "reasons", "evidence"],
            json.EnumerateObject().Select(m => m.Name));
        Assert.Equal((JsonValueKind.True, JsonValueKind.True), (json.GetProperty("hold").ValueKind, json.GetProperty("reply").ValueKind));
        Assert.Equal("2026-11-25T09:00:00+01:00", json.GetProperty("holdUntil").GetString());
        Assert.Equal(("jan@acme.example", "hours"), (json.GetProperty("replyTo").GetString(), json.GetProperty("answer").GetString()));
        Assert.Equal(["1.1"], json.GetProperty("rules").EnumerateArray().Select(r => r.GetString()));
        Assert.All(json.GetProperty("reasons").EnumerateArray(), r => Assert.Equal(["id", "text"], r.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public void A_machines_mail_gives_the_id_of_the_list_and_its_evidence()
    {
        var json = JsonDocument.Parse(new ExplainedJson(MailCase.Owner).Line(Explain(All, "A3-list-unsubscribe"))).RootElement;

        Assert.Contains("A3", json.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Contains("A3: List-Unsubscribe", json.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (json.GetProperty("holdUntil").ValueKind, json.GetProperty("replyTo").ValueKind));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar")]
    [InlineData("path\tclass\n", "no mail")]
    [InlineData("From a@b.example Tue Nov 24 21:30:00 2026\nSubject: 1\n\nx\n\nFrom a@b.example Tue Nov 24 21:31:00 2026\nSubject: 2\n\ny\n", "mbox of 2")]
    public void What_is_no_mail_is_a_line_with_an_error(string text, string says)
    {
        var path = Put("it", text);

        var line = new ExplainedJson(MailCase.Owner).Line(Assert.Single(Explainer(All).Explain([path])));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal(["file", "error"], json.EnumerateObject().Select(m => m.Name));
        Assert.Contains(says, json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_line_with_an_error() =>
        Assert.IsType<ExplainedFile.Unreadable>(Assert.Single(Explainer(All).Explain([Path.Combine(folder.FullName, "nowhere.eml")])));

    [Fact]
    public void A_directory_stands_for_all_files_below_it_in_their_order()
    {
        var mail = System.Text.Encoding.UTF8.GetString(MailCase.Bytes("B1-auto-submitted-no"));
        string[] paths = [Put("a/2.eml", mail), Put("a/b/1.txt", mail), Put("z.ics", "BEGIN:VCALENDAR")];
        Put(".hidden", mail);

        Assert.Equal(paths, Explainer(All).Explain([folder.FullName]).Select(e => e.File));
    }

    [Fact]
    public void People_read_the_same_in_her_language()
    {
        var lines = new ExplainedText(MailCase.Owner).Lines(Explain(All, "A3-list-id-empty")).ToList();

        Assert.Contains(lines, l => l.Contains("z listy dyskusyjnej [A3]", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_are_read_as_they_are_typed_and_all_errors_are_told_at_once()
    {
        var (options, none) = ExplainOptions.Parse("2026-11-24T21:30", "<>", "topmost-without-id", "client, addressed,closed", MailCase.Zone, Working, TrustPolicy.None);
        var (wrong, errors) = ExplainOptions.Parse("tomorrow", "nobody", null, "friend", MailCase.Zone, Working, TrustPolicy.None);

        Assert.Equal((MailCase.Received, ReversePath.Null, TrustPolicy.TopmostWithoutId, All), (options!.Received, options.Envelope, options.Trust, options.Suppose));
        Assert.Empty(none);
        Assert.Null(wrong);
        Assert.Equal(3, errors.Count);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static ExplainedFile.Judged Judged(ExplainedFile file) => Assert.IsType<ExplainedFile.Judged>(file);

    private static ExplainedFile Explain(Supposition suppose, string name) => Explain(new ExplainOptions(Working, null, TrustPolicy.None, suppose), name);

    private static ExplainedFile Explain(ExplainOptions options, string name) => Explainer(options).Explain(name, new MemoryStream(MailCase.Bytes(name)));

    private static Explainer Explainer(Supposition suppose) => Explainer(new ExplainOptions(Working, null, TrustPolicy.None, suppose));

    private static Explainer Explainer(ExplainOptions options)
    {
        var code = ExplainCode.Of(MailCase.Owner);
        return new Explainer(code, ClientBook.Empty, WindowsBook.Of(code, HolidayTable.None, []), options);
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
