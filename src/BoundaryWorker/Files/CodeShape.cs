using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files.Shapes;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>The keys of code.yaml (design.md section 3): the reader and the JSON Schema both come from these tables.</summary>
internal static class CodeShape
{
    /// <summary>What a message may be about, as it is written in files.</summary>
    public static Scalar Matters { get; } = TextShapes.Choice(Enum.GetValues<Matter>().Select(m => (m.ToString().ToLowerInvariant(), m)).ToArray());

    /// <summary>Hours of a week.</summary>
    public static MapOf Weekly { get; } = new(Days.Key, new ListOf(Times.Ranges, OrOne: true, Min: 1), 1);

    /// <summary>The whole file.</summary>
    public static ObjectOf Root { get; } = new(
        "The Code: your rules of cooperation. It is public; every client is given it.",
        new("version", TextShapes.Whole(1, 100_000), "The number of this version. Raise it whenever you give clients a changed Code.", true),
        new("effective", Dates.Day, "The first day on which this version is in force; until then the previous one stays. Leave it out for at once."),
        new("owner", Owner, "Who you are.", true),
        new("hours", Hours, "When you work.", true),
        new("channels", new ListOf(Channel), "How you are reached, and for what."),
        new("answer_within", Durations.WorkingHours, "Within how many working hours you promise an answer, for example 8 working hours. Replies name it; leave it out to promise nothing."),
        new("max_hold", Durations.Span(Duration.FromHours(1), Duration.FromDays(60), "7 days"), "No message is ever held longer than this. 7 days unless you say otherwise."),
        new("hold_through_leave", TextShapes.Flag, "Hold mail through a leave longer than max_hold too; you then get a weekly digest. false unless you say otherwise."),
        new("link", TextShapes.Url, "Where clients can read the whole Code."),
        new("rules", new ListOf(Rule, Min: 1), "Your rules, in the order in which they are quoted.", true),
        new("cues", new MapOf(Matters, new ListOf(TextShapes.Text, OrOne: true, Min: 1)), "Words and phrases of your trade by which a matter is known, added to those that come with the program."),
        new("replies", Replies, "How automatic replies behave; the defaults suit most."));

    private static ObjectOf Owner => new(
        "Who you are.",
        new("name", TextShapes.Line, "The name under which replies go out.", true),
        new("addresses", new ListOf(Addresses.Own, OrOne: true, Min: 1), "All your addresses, the main one first. me+x@ is the same as me@; \"*@studio.example\" (in quotes) is a whole domain of your own.", true),
        new("time_zone", Addresses.Zone, "Your time zone: continent/city.", true),
        new("languages", new ListOf(TextShapes.Language, OrOne: true, Min: 1), "The languages of your Code; the first is used where a client's is not known.", true));

    private static ObjectOf Hours => new(
        "When you work.",
        new("weekly", Weekly, "Your hours by day: mon-thu: 09:00-12:00 13:00-17:00. Days off are left out; 22:00-02:00 runs past midnight.", true),
        new("holidays", TextShapes.Text, "Whose public holidays you keep: PL, DE, DE-BY, GB-ENG, US."),
        new("closed", new ListOf(Closure), "Leave and other days off."),
        new("open", new ListOf(OpenDay), "Extra hours on one date; they count even on a holiday or during leave."),
        new("breaks", Breaks, "What happens in short closed times such as a lunch break."),
        new("grace", Durations.Span(Duration.Zero, Duration.FromHours(4), "15 minutes"), "A message that arrives so shortly after closing passes. Nothing unless you say otherwise."));

    private static ObjectOf Closure => new(
        "A time in which you do not work.",
        new("from", Dates.Moment, "The first day off, or the moment: 2026-12-28 12:00.", true),
        new("to", Dates.Moment, "The last day off (it is included), or the moment. Leave it out for one day."),
        new("reason", TextShapes.Localized, "What clients may be told, in each language. Without it they are told no reason."));

    private static ObjectOf OpenDay => new(
        "Extra hours on one date.",
        new("date", Dates.Day, "The day.", true),
        new("hours", new ListOf(Times.Ranges, OrOne: true, Min: 1), "The hours: 09:00-12:00.", true));

    private static ObjectOf Breaks => new(
        "What happens in short closed times.",
        new("pass_under", Durations.Span(Duration.Zero, Duration.FromDays(2), "30 minutes"), "In a closed time shorter than this mail is neither held nor answered."),
        new("reply_from", Durations.Span(Duration.Zero, Duration.FromDays(7), "2 hours"), "In a closed time shorter than this mail is held but not answered."));

    private static ObjectOf Channel => new(
        "A way to reach you: exactly one of address, url, subject_tag and telephone.",
        new("id", TextShapes.Id, "A short name by which rules mean it.", true),
        new("for", new ListOf(Matters, OrOne: true, Min: 1), "What it is for.", true),
        new("address", Addresses.Own, "One of your mail addresses."),
        new("url", TextShapes.Url, "A form, board or booking page."),
        new("subject_tag", TextShapes.Tag, "A tag in the subject, in quotes: \"[URGENT]\". Any letter case, anywhere in the subject."),
        new("telephone", TextShapes.Telephone, "A telephone number, in quotes."),
        new("allowance", Durations.Allowance, "How often the tag lets each client through: 2 per month."));

    private static ObjectOf Rule => new(
        "One rule of your Code. With `enforces` or `when` the program keeps it; with neither it is only quoted.",
        new("id", TextShapes.RuleId, "Its number, in quotes: \"1.1\".", true),
        new("area", TextShapes.Choice(("working-time", RuleArea.WorkingTime), ("tasks", RuleArea.Tasks), ("communication", RuleArea.Communication)), "Which part of the Code it belongs to.", true),
        new("text", TextShapes.Localized, "Your words, in each of your languages. {hours} stands for your weekly hours.", true),
        new("enforces", TextShapes.Choice(("hours", true)), "hours: broken by whatever arrives while you are closed."),
        new("when", When, "Broken by a message that meets all of this."),
        new("then", new ListOf(TextShapes.Choice(("reply", true)), OrOne: true, Min: 1), "[reply]: answered in your working hours too (delivered as usual)."));

    private static ObjectOf When => new(
        "All that is given must hold; a list holds when one of its items does.",
        new("sender", new ListOf(TextShapes.Text, OrOne: true, Min: 1), "Addresses or client ids."),
        new("alias", new ListOf(Addresses.Own, OrOne: true, Min: 1), "The address of yours to which it was written."),
        new("matter", new ListOf(Matters, OrOne: true, Min: 1), "What it is about."),
        new("via", new ListOf(TextShapes.Id, OrOne: true, Min: 1), "It came through one of these channels."),
        new("not_via", new ListOf(TextShapes.Id, OrOne: true, Min: 1), "It came through none of these channels."),
        new("subject", new ListOf(TextShapes.Text, OrOne: true, Min: 1), "Words of which one is in the subject."),
        new("body", new ListOf(TextShapes.Text, OrOne: true, Min: 1), "Words of which one is in the new text."),
        new("attachment", TextShapes.Flag, "Whether something is attached."),
        new("invitation", TextShapes.Flag, "Whether it is an invitation."),
        new("language", new ListOf(TextShapes.Language, OrOne: true, Min: 1), "The language of the new text."),
        new("hours", TextShapes.Choice(("open", true), ("closed", false)), "open or closed: when it arrived."));

    private static ObjectOf Replies => new(
        "How automatic replies behave.",
        new("silent_after", TextShapes.Whole(1, 100), "After so many replies to a client within seven days the next messages are held without one. 5."),
        new("to_cc", TextShapes.Flag, "Answer also where you are in Cc only. false."),
        new("subject_prefix", TextShapes.LocalizedPrefix, "What stands before the subject, in each language. \"Auto: \"."),
        new("null_path", TextShapes.Flag, "Send with an empty envelope sender. Many hosts refuse it. false."),
        new("per_hour", TextShapes.Whole(1, 1000), "More replies than this in an hour stop all of them until you look. 30."),
        new("per_person_day", TextShapes.Whole(1, 100), "At most so many to one person in 24 hours. 3."),
        new("per_client_day", TextShapes.Whole(1, 1000), "At most so many to one client in 24 hours. 10."));
}
