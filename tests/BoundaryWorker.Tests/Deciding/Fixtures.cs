using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>One Code and its clients, by which all cases of deciding are judged; a case changes single settings of them.</summary>
internal static class Fixtures
{
    public static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    /// <summary>The Code of a studio in Warsaw: Monday to Thursday 9-12 and 13-17, Friday 9-15, leave from 28 to 31 December 2026.</summary>
    public static BoundaryCode Studio() => new()
    {
        Version = 3,
        Owner = new Owner { Name = "Studio Example", Addresses = [At("me@studio.example"), At("tasks@studio.example")], Zone = Warsaw, Languages = ["pl", "en"] },
        Hours = new HoursOfWork
        {
            Weekly = Week(),
            Closed = [Leave(new(2026, 12, 28), new(2026, 12, 31))],
            Open = [new DatedHours(new(2026, 12, 5), [Hours(9, 12)])],
            PassUnder = Duration.FromMinutes(30),
            ReplyFrom = Duration.FromHours(2),
            Grace = Duration.FromMinutes(15),
        },
        Channels =
        [
            new Channel { Id = "mail", Address = At("me@studio.example"), For = [Matter.Question, Matter.Invoice] },
            new Channel { Id = "board", Url = "https://board.example/new-task", For = [Matter.Task] },
            new Channel { Id = "booking", Url = "https://booking.example/me", For = [Matter.Meeting] },
            new Channel { Id = "urgent", SubjectTag = "[PILNE]", For = [Matter.Urgent], Allowance = new(2, AllowancePeriod.Month) },
            new Channel { Id = "phone", Telephone = "+48 600 000 000", For = [Matter.Urgent] },
        ],
        Rules =
        [
            Rule("1.1", RuleArea.WorkingTime) with { EnforcesHours = true },
            Rule("2.1", RuleArea.Tasks) with { When = new Condition { Matter = [Matter.Task], NotVia = ["board"] }, ReplyInOpenHours = true },
            Rule("2.2", RuleArea.Tasks),
            Rule("3.1", RuleArea.Communication) with { When = new Condition { Matter = [Matter.Meeting], NotVia = ["booking"] }, ReplyInOpenHours = true },
            Rule("3.2", RuleArea.Communication) with { When = new Condition { Matter = [Matter.Urgent], NotVia = ["urgent"] } },
        ],
    };

    /// <summary>Her clients.</summary>
    public static IReadOnlyList<Client> Clients() =>
    [
        new() { Id = "acme", Name = "Acme GmbH", Addresses = [At("jane@acme.example")], Domains = ["acme.example"], Language = "en", CodeGiven = new(3, new(2026, 11, 2)) },
        new() { Id = "brzoza", Name = "Brzoza", Addresses = [At("anna@brzoza.example")], Language = "pl", CodeGiven = new(3, new(2026, 11, 2)), ExtraHours = Saturdays() },
        new() { Id = "newcomer", Name = "Newcomer", Addresses = [At("new@newcomer.example")] },
        new() { Id = "lawyer", Name = "Lawyer", Addresses = [At("office@lawyer.example")], CodeGiven = new(3, new(2026, 11, 2)), NeverHold = true },
        new() { Id = "quiet", Name = "Quiet", Addresses = [At("q@quiet.example")], CodeGiven = new(3, new(2026, 11, 2)), NeverReply = true },
    ];

    /// <summary>What everything is decided under.</summary>
    public static Situation Situation(BoundaryCode code, ClientBook clients) => new()
    {
        Code = code,
        Clients = clients,
        Windows = WindowsBook.Of(code, HolidayTable.None, []),
        Mode = Mode.Enforce,
        Mailbox = "me",
    };

    public static EmailAddress At(string address) => EmailAddress.TryParse(address)!;

    public static Closure Leave(LocalDate first, LocalDate last) =>
        new(first.AtMidnight(), last.PlusDays(1).AtMidnight(), ClosureKind.Leave, LocalizedText.Of("en", "annual leave"));

    /// <summary>Rule 9.1: that matter is not for mail, and is answered in open hours.</summary>
    public static Rule Answering(string matter) => Rule("9.1", RuleArea.Communication) with
    {
        When = new Condition { Matter = [Enum.Parse<Matter>(matter)], Via = ["mail"] },
        ReplyInOpenHours = true,
    };

    public static LocalHours Hours(int from, int to) => new(new LocalTime(from, 0), new LocalTime(to, 0));

    private static Rule Rule(string id, RuleArea area) => new() { Id = id, Area = area, Text = LocalizedText.Of("en", "Rule " + id) };

    private static WeeklyHours Week()
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<LocalHours>> { [IsoDayOfWeek.Friday] = [Hours(9, 15)] };
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Thursday; day++)
        {
            days[day] = [Hours(9, 12), Hours(13, 17)];
        }

        return new WeeklyHours(days);
    }

    private static WeeklyHours Saturdays() =>
        new(new Dictionary<IsoDayOfWeek, IReadOnlyList<LocalHours>> { [IsoDayOfWeek.Saturday] = [Hours(10, 12)] });
}
