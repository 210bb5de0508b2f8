using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files.Shapes;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>The Code of a file in which no error was found.</summary>
internal static class CodeBuilder
{
    public static BoundaryCode Build(Bound code) => new()
    {
        Version = code.Get("version", 1),
        Effective = code["effective"]?.Value as LocalDate?,
        Owner = Owner(code["owner"]!),
        Hours = Hours(code["hours"]!),
        Channels = [.. code.List("channels").Select(Channel)],
        Rules = [.. code.List("rules").Select(Rule)],
        AnswerWithin = code["answer_within"]?.Value as Duration?,
        MaxHold = code.Get("max_hold", Duration.FromDays(7)),
        HoldThroughLeave = code.Get("hold_through_leave", false),
        Link = code.Find<string>("link"),
        Cues = (code["cues"]?.Entries ?? []).ToDictionary(e => (Matter)e.Value.Key!, e => (IReadOnlyList<string>)[.. e.Value.Items.Select(i => (string)i.Value)]),
        Replies = Replies(code["replies"]),
    };

    /// <summary>The first local time of a closure.</summary>
    public static LocalDateTime Start(DayOrTime from) => from.Date.At(from.Time ?? LocalTime.Midnight);

    /// <summary>The first local time after a closure: dates in files are included whole days, inside everything is half-open.</summary>
    public static LocalDateTime End(DayOrTime to) => to.Time is { } time ? to.Date.At(time) : to.Date.PlusDays(1).AtMidnight();

    private static Owner Owner(Bound owner) => new()
    {
        Name = owner.Find<string>("name")!,
        Addresses = owner.All<EmailAddress>("addresses"),
        Zone = owner.Find<DateTimeZone>("time_zone")!,
        Languages = owner.All<string>("languages"),
    };

    private static HoursOfWork Hours(Bound hours) => new()
    {
        Weekly = Weekly.Of(hours["weekly"]!),
        Holidays = hours.Find<string>("holidays"),
        Closed = [.. hours.List("closed").Select(Closure)],
        Open = [.. hours.List("open").Select(o => new DatedHours((LocalDate)o["date"]!.Value, Weekly.Ranges(o["hours"]!)))],
        PassUnder = hours["breaks"]?.Get("pass_under", Duration.Zero) ?? Duration.Zero,
        ReplyFrom = hours["breaks"]?.Get("reply_from", Duration.Zero) ?? Duration.Zero,
        Grace = hours.Get("grace", Duration.Zero),
    };

    private static Closure Closure(Bound closed)
    {
        var first = closed.Find<DayOrTime>("from")!;
        var to = closed.Find<DayOrTime>("to") ?? first with { Time = null };
        return new Closure(Start(first), End(to), ClosureKind.Leave, Text(closed["reason"]));
    }

    private static Channel Channel(Bound channel) => new()
    {
        Id = channel.Find<string>("id")!,
        For = channel.All<Matter>("for"),
        Address = channel.Find<EmailAddress>("address"),
        Url = channel.Find<string>("url"),
        SubjectTag = channel.Find<string>("subject_tag"),
        Telephone = channel.Find<string>("telephone"),
        Allowance = channel.Find<Allowance>("allowance"),
    };

    private static Rule Rule(Bound rule) => new()
    {
        Id = rule.Find<string>("id")!,
        Area = rule.Get("area", RuleArea.WorkingTime),
        Text = Text(rule["text"])!,
        EnforcesHours = rule.Get("enforces", false),
        When = rule["when"] is { } when ? Condition(when) : null,
        ReplyInOpenHours = rule["then"] is not null,
    };

    private static Condition Condition(Bound when) => new()
    {
        Sender = when.All<string>("sender"),
        Alias = when.All<EmailAddress>("alias"),
        Matter = when.All<Matter>("matter"),
        Via = when.All<string>("via"),
        NotVia = when.All<string>("not_via"),
        Subject = when.All<string>("subject"),
        Body = when.All<string>("body"),
        Attachment = when["attachment"]?.Value as bool?,
        Invitation = when["invitation"]?.Value as bool?,
        Language = when.All<string>("language"),
        InOpenHours = when["hours"]?.Value as bool?,
    };

    private static ReplyOptions Replies(Bound? replies)
    {
        var defaults = new ReplyOptions();
        return replies is null ? defaults : new ReplyOptions
        {
            SilentAfter = replies.Get("silent_after", defaults.SilentAfter),
            AnswerWhenCc = replies.Get("to_cc", defaults.AnswerWhenCc),
            SubjectPrefix = Text(replies["subject_prefix"]),
            NullPath = replies.Get("null_path", defaults.NullPath),
            PerHour = replies.Get("per_hour", defaults.PerHour),
            PerPersonDay = replies.Get("per_person_day", defaults.PerPersonDay),
            PerClientDay = replies.Get("per_client_day", defaults.PerClientDay),
        };
    }

    private static LocalizedText? Text(Bound? text) =>
        text is null ? null : new LocalizedText(text.Entries.ToDictionary(e => (string)e.Value.Key!, e => (string)e.Value.Value));
}
