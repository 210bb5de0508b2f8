using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Templates;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Tests.Replies;

/// <summary>The studio of the design's example, its client and a message, with what a test wants to be different.</summary>
internal static class Studio
{
    public static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    public static readonly Installation Installation = new("test-1", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static readonly LiquidTemplates Templates = LiquidTemplates.Load();

    public static readonly EmailAddress Jane = new("jane", "acme.example", "Jane Doe");

    public static readonly Owner Owner = new()
    {
        Name = "Studio Example",
        Addresses = [new("me", "studio.example"), new("tasks", "studio.example")],
        Zone = Warsaw,
        Languages = ["pl", "en"],
    };

    /// <summary>"2026-11-22 21:14" in Warsaw.</summary>
    public static Instant At(string local) => Local(local).InZoneLeniently(Warsaw).ToInstant();

    public static LocalDateTime Local(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value;

    public static WeeklyHours Weekly()
    {
        LocalHours Hours(int from, int to) => new(new LocalTime(from, 0), new LocalTime(to, 0));
        return new(Enumerable.Range(1, 5).Cast<IsoDayOfWeek>().ToDictionary(d => d, d => (IReadOnlyList<LocalHours>)(d == IsoDayOfWeek.Friday ? [Hours(9, 15)] : [Hours(9, 12), Hours(13, 17)])));
    }

    public static BoundaryCode Code(Func<BoundaryCode, BoundaryCode>? with = null)
    {
        var code = new BoundaryCode
        {
            Version = 3,
            Owner = Owner,
            Hours = new HoursOfWork { Weekly = Weekly() },
            Channels =
            [
                new() { Id = "mail", Address = Owner.MainAddress, For = [Matter.Question, Matter.Invoice] },
                new() { Id = "board", Url = "https://board.example/new-task", For = [Matter.Task] },
                new() { Id = "booking", Url = "https://booking.example/me", For = [Matter.Meeting] },
                new() { Id = "urgent", SubjectTag = "[PILNE]", For = [Matter.Urgent], Allowance = new(2, AllowancePeriod.Month) },
            ],
            Link = "https://studio.example/kodeks",
            Rules =
            [
                Rule("1.1", null, "Pracuję {hours}. W weekendy i święta odpoczywam.", "I work {hours}. I rest at weekends and on public holidays.") with { EnforcesHours = true },
                Rule("1.2", null, "Na pilne sprawy są 2 zgłoszenia w miesiącu, z dopiskiem [PILNE].", "Urgent matters have 2 messages a month, marked [PILNE]."),
                Rule("2.1", new Condition { Matter = [Matter.Task], NotVia = ["board"] }, "Zadania przyjmuję przez tablicę.", "I take on tasks through the board."),
                Rule("3.1", new Condition { Matter = [Matter.Meeting] }, "Spotkania umawiam przez kalendarz.", "Meetings are booked in my calendar."),
            ],
        };
        return with is null ? code : with(code);
    }

    public static Client Client(Func<Client, Client>? with = null)
    {
        var client = new Client { Id = "acme", Name = "Acme GmbH", Addresses = [Jane] };
        return with is null ? client : with(client);
    }

    public static IncomingMessage Message(Instant received) => new()
    {
        Received = received,
        MessageId = "original-1@acme.example",
        From = [Jane],
        To = [Owner.MainAddress],
        Subject = "Raport za listopad",
        ReversePath = new(ReversePathState.Address, Jane),
        Text = "A body that must never be quoted.",
    };

    /// <summary>A request for a reply to Jane, who wrote on Sunday evening.</summary>
    public static ReplyRequest Request(
        AnswerKind kind = AnswerKind.Hours, string now = "2026-11-22 21:14", BoundaryCode? code = null, Client? client = null, IReadOnlyList<string>? rules = null, bool held = true)
    {
        code ??= Code();
        client ??= Client();
        var at = At(now);
        var windows = WindowsBook.Of(code, HolidayTable.None, []);
        var closed = windows.For(client).ClosedWindowAt(at);
        var until = held && closed is { HasEnd: true } window ? window.End : (Instant?)null;
        var answer = new Answer(kind, Jane, rules ?? ["1.1"], new ReplyKey(Jane.Key, "window:2026-11-20T14:00:00Z", client.Id));
        return new ReplyRequest
        {
            Decision = new() { Row = 3, Hold = new(until, [new(Reason.ClosedHours)]), Reply = new(answer, [new(Reason.ClosedHours)]), BrokenRules = answer.Rules, ClosedWindow = closed },
            Message = Message(at),
            Classification = new() { Client = new(client, true), Matters = [new(Matter.Task, [])], IsAddressed = true, Alias = Owner.MainAddress, Via = ["mail"] },
            Situation = new() { Code = code, Clients = new([client]), Windows = windows },
            History = History.Empty,
            Installation = Installation,
            Now = at,
        };
    }

    public static OutgoingMessage Compose(ReplyRequest request)
    {
        var (message, whyNot) = ReplyComposer.Compose(request, Templates);
        Assert.Null(whyNot);
        return message!;
    }

    public static int Number(string? text, int otherwise = 0) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    private static Rule Rule(string id, Condition? when, string polish, string english) => new()
    {
        Id = id,
        Area = RuleArea.Communication,
        When = when,
        Text = new(new Dictionary<string, string> { ["pl"] = polish, ["en"] = english }),
    };
}
