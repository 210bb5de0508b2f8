using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>Random Codes and random weeks of mail, for the property tests.</summary>
internal static class DecideGen
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 19, 0, 0);

    private static readonly string[] Senders =
        ["jane@acme.example", "tom@acme.example", "kim@acme.example", "lee@acme.example", "anna@brzoza.example", "someone@elsewhere.example", "me@studio.example", "noreply@acme.example"];

    private static readonly string[] Subjects = ["The draft", "[PILNE] The shop is down", "Urgent: the shop", "Thanks"];

    private static readonly string[] Texts =
        ["Could you tell me which font it is?", "Please prepare the banner for the sale.", "This is urgent, the shop is down.", "Thank you very much!", "Can we schedule a call tomorrow?"];

    private static readonly Gen<LocalHours> Range =
        Gen.Select(Gen.Int[0, 47], Gen.Int[1, 20], (start, length) => new LocalHours(Clock(start), Clock(start + length)));

    private static readonly Gen<WeeklyHours> Weekly =
        Gen.Select(Gen.Int[1, 7], Range).List[1, 8].Select(list => new WeeklyHours(list
            .GroupBy(x => (IsoDayOfWeek)x.Item1)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<LocalHours>)[.. g.Select(x => x.Item2)])));

    private static readonly Gen<Duration> Minutes = Gen.Int[0, 180].Select(m => Duration.FromMinutes(m));

    private static readonly Gen<BoundaryCode> Code =
        from weekly in Weekly
        from passUnder in Minutes
        from replyFrom in Minutes
        from grace in Gen.Int[0, 30]
        from leave in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 25], (first, days) => (first, days)).List[0, 2]
        from maxHold in Gen.Int[1, 10]
        from through in Gen.Bool
        let studio = Fixtures.Studio()
        select studio with
        {
            Hours = new HoursOfWork
            {
                Weekly = weekly,
                PassUnder = passUnder,
                ReplyFrom = replyFrom,
                Grace = Duration.FromMinutes(grace),
                Closed = [.. leave.Select(l => Fixtures.Leave(new LocalDate(2026, 10, 19).PlusDays(l.first), new LocalDate(2026, 10, 19).PlusDays(l.first + l.days)))],
            },
            MaxHold = Duration.FromDays(maxHold),
            HoldThroughLeave = through,
            // Without the caps of A16 and C10, so that row 4 alone must keep the promise.
            Replies = studio.Replies with { PerPersonDay = 1000, PerClientDay = 1000, PerHour = 1000, SilentAfter = 1000 },
        };

    /// <summary>A message and how long after its arrival it is processed.</summary>
    public static readonly Gen<(IncomingMessage Message, Instant Now)> Mail =
        from at in Gen.Int[0, 40 * 24 * 60]
        from late in Gen.Int[0, 45]
        from sender in One(Senders)
        from subject in One(Subjects)
        from text in One(Texts)
        from before in Gen.Int[0, 120]
        from list in Gen.Int[0, 9]
        from invitation in Gen.Int[0, 4 * 40 * 24]
        let arrival = Start + Duration.FromMinutes(at)
        let header = $"From: {sender}\nTo: me@studio.example\nSubject: {subject}\n{(list == 0 ? "Precedence: bulk\n" : "")}Message-ID: <{at}@x.example>"
        let message = PlainMessage.Read($"{header}\n\n{text}\n", arrival)
        select (message with
        {
            Sent = arrival - Duration.FromMinutes(before),
            Invitation = invitation < 40 * 24 ? Asking(sender, Start + Duration.FromHours(invitation), at) : null,
        }, arrival + Duration.FromMinutes(late));

    public static readonly Gen<Situation> Situation =
        from code in Code
        from extra in Weekly
        from strangers in One([StrangerPolicy.Leave, StrangerPolicy.Hold])
        let clients = Fixtures.Clients().Select(c => c.Id == "brzoza" ? c with { ExtraHours = extra } : c)
        select Fixtures.Situation(code, new ClientBook([.. clients], strangers)) with { Trust = TrustPolicy.Supposed };

    /// <summary>A situation and a month of mail, in the order in which it is processed.</summary>
    public static readonly Gen<(Situation Situation, IReadOnlyList<(IncomingMessage Message, Instant Now)> Mail)> Month =
        from situation in Situation
        from mail in Mail.List[1, 40]
        select (situation, (IReadOnlyList<(IncomingMessage, Instant)>)[.. mail.OrderBy(m => m.Now)]);

    private static Gen<T> One<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static LocalTime Clock(int halfHours) => LocalTime.Midnight.PlusMinutes(halfHours % 48 * 30);

    private static Invitation Asking(string organizer, Instant at, int uid) => new()
    {
        Method = "REQUEST",
        Uid = $"e{uid}",
        Organizer = Fixtures.At(organizer),
        Occurrences = [new Interval(at, at + Duration.FromHours(1))],
    };
}
