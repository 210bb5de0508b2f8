using System.Text;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>Every reply as a client reads it: tests/cases/replies, one file each.</summary>
public sealed class ReplyCaseTests
{
    public static TheoryData<string> Cases => TextCase.All("replies");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_written_in_its_case(string name)
    {
        var read = TextCase.Read("replies", name);

        read.Expect(Mail.Shown(Studio.Compose(Request(read)), read["html"] == "yes"));
    }

    [Fact]
    public void Every_kind_stage_and_language_has_a_case()
    {
        var cases = Cases.Select(c => TextCase.Read("replies", c.Data)).ToList();

        var missing = from kind in Enum.GetValues<AnswerKind>()
                      from language in new[] { "pl", "en" }
                      from first in new[] { true, false }
                      where !cases.Any(c => Kind(c) == kind && (c["lang"] ?? "pl") == language && (Studio.Number(c["answered"]) == 0) == first)
                      select $"{kind} {language} {(first ? "first" : "later")}";

        Assert.Empty(missing);
    }

    private static AnswerKind Kind(TextCase read) => Enum.Parse<AnswerKind>(read["kind"] ?? "hours", ignoreCase: true);

    private static ReplyRequest Request(TextCase read)
    {
        var client = Studio.Client(c => c with
        {
            Language = read["lang"],
            Form = Enum.Parse<AddressForm>(read["form"] ?? "neutral", ignoreCase: true),
            Zone = read["zone"] is { } zone ? DateTimeZoneProviders.Tzdb[zone] : null,
        });
        var request = Studio.Request(Kind(read), read["now"] ?? "2026-11-23 18:30", Code(read), client, read["rules"]?.Split(", ") ?? ["1.1"], read["held"] != "no");
        return request with
        {
            Classification = request.Classification with { Matters = [new(Enum.Parse<Matter>(read["matter"] ?? "question", ignoreCase: true), [])] },
            History = new() { RepliesToClientEver = Studio.Number(read["answered"]), UrgentUsed = Studio.Number(read["used"]) },
            Message = request.Message with { Invitation = Invitation(read["event"]) },
            Situation = request.Situation with { Busy = read["busy"] is { } busy ? [Hours(busy)] : [] },
            Slots = [.. (read["slots"]?.Split(", ") ?? []).Select(Hours)],
        };
    }

    private static BoundaryCode Code(TextCase read) => Studio.Code(c => c with
    {
        AnswerWithin = read["promise"] is { } minutes ? Duration.FromMinutes(Studio.Number(minutes)) : null,
        Link = read["link"] == "none" ? null : c.Link,
        Channels = [.. c.Channels.Where(x => x.Id != "urgent"), .. Urgent(read["urgent"] ?? "tag", read["allowance"] ?? "2 Month")],
        Hours = read["leave"] is { } leave ? c.Hours with { Closed = [Leave(leave)] } : c.Hours,
    });

    private static IEnumerable<Channel> Urgent(string way, string allowance)
    {
        if (way.Contains("tag", StringComparison.Ordinal))
        {
            var parts = allowance.Split(' ');
            yield return new() { Id = "urgent", SubjectTag = "[PILNE]", For = [Matter.Urgent], Allowance = allowance == "none" ? null : new(Studio.Number(parts[0]), Enum.Parse<AllowancePeriod>(parts[1])) };
        }

        if (way.Contains("telephone", StringComparison.Ordinal))
        {
            yield return new() { Id = "telephone", Telephone = "+48 22 555 01 00", For = [Matter.Urgent] };
        }
    }

    /// <summary>"2026-12-28 2026-12-31": whole days, both included.</summary>
    private static Closure Leave(string days)
    {
        var (from, to) = (Studio.Local(days.Split(' ')[0] + " 00:00"), Studio.Local(days.Split(' ')[1] + " 00:00"));
        return new(from, to.PlusDays(1), ClosureKind.Leave, new(new Dictionary<string, string> { ["pl"] = "urlop", ["en"] = "annual leave" }));
    }

    private static Invitation? Invitation(string? time) => time is null ? null : new() { Method = "REQUEST", Uid = "event-1", Occurrences = [Hours(time)] };

    /// <summary>"2026-11-29 18:00-19:00".</summary>
    private static Interval Hours(string text) => new(Studio.At(text[..16]), Studio.At(text[..11] + text[17..]));
}

/// <summary>A composed mail as it is shown in a case.</summary>
internal static class Mail
{
    public static string Shown(OutgoingMessage message, bool html)
    {
        var shown = new StringBuilder();
        shown.Append("From: ").Append(message.From.DisplayName).Append(" <").Append(message.From.Bare).Append(">\n");
        shown.Append("To: ").Append(message.To.DisplayName).Append(" <").Append(message.To.Bare).Append(">\n");
        shown.Append("Subject: ").Append(message.Subject).Append("\n\n").Append(message.Text);
        return html ? shown.Append("\n=== html\n").Append(message.Html).ToString() : shown.ToString();
    }
}
