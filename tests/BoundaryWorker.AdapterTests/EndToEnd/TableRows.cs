using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>One row of the table of design.md section 6: a message, and what must become of it while its window lasts.</summary>
/// <param name="Row">Its number and what it is about.</param>
/// <param name="Folder">Where it must lie afterwards.</param>
/// <param name="Rules">The rule its reply quotes, or null for no reply.</param>
/// <param name="Eml">The message, by its arrival.</param>
/// <param name="Flags">What it carries when it is first looked at, as Maildir writes it.</param>
internal sealed record TableRow(string Row, string Folder, string? Rules, Func<Instant, byte[]> Eml, string Flags = "");

/// <summary>The messages of the table, for whichever mailbox they are delivered to. Each list is in the order of arrival, which some rows depend on.</summary>
/// <param name="inside">The beginning of an hour that lies in her hours.</param>
/// <param name="outside">The beginning of one that does not.</param>
/// <param name="soon">One that begins before the release.</param>
internal sealed class TableRows(Instant inside, Instant outside, Instant soon)
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>In her hours.</summary>
    public static IReadOnlyList<TableRow> Open =>
    [
        new("01 open, right channel", "INBOX", null, at => Eml.From("jane@acme.example", at, "Mailing", "How many people opened the last mailing?")),
        new("02 open, wrong channel", "INBOX", "2.1", at => Eml.From("tim@acme.example", at, "Newsletter", "Could you please prepare the December newsletter and send me a draft?")),
        new("11 open, urgent tag", "INBOX", null, at => Eml.From("sam@delta.example", at, "[URGENT] Page down", "The page shows an error.")),
    ];

    /// <summary>In a break that is short enough to pass.</summary>
    public static TableRow Lunch => new("06 lunch passes", "INBOX", null, at => Eml.From("ida@gamma.example", at, "Lunch", "Which file is the latest?"));

    /// <summary>In a break that is held, but too short for an answer.</summary>
    public static TableRow Gap => new("06 a gap is held, not answered", "Held", null, at => Eml.From("leo@gamma.example", at, "Gap", "Where is the plan?"));

    /// <summary>Right after closing.</summary>
    public static TableRow Grace => new("07 grace", "INBOX", null, at => Eml.From("ida@gamma.example", at, "Link", "Here is the link you asked for."));

    /// <summary>In a leave that is longer than mail is held.</summary>
    public static TableRow Leave => new("25 a long leave", "INBOX", "1.1", at => Eml.From("leo@gamma.example", at, "Leave", "Where is the plan now?"));

    /// <summary>Her own message in the closed window, as it lies in Sent.</summary>
    public static Func<Instant, byte[]> HerOwn => at => Eml.From("nora@norafield.example", at, "Hi", "A word to you.", "To: leo@gamma.example");

    /// <summary>After <see cref="HerOwn"/>.</summary>
    public static TableRow Answer => new("17 she wrote to this person", "INBOX", null, at => Eml.From("leo@gamma.example", at, "Re: Hi", "Where shall I put it?"));

    /// <summary>The worker comes to it an hour late and more.</summary>
    public static TableRow Outage => new("21 an outage of two hours", "Held", null, at => Eml.From("kate@beta.example", at, "Later", "Where is the other file?"));

    /// <summary>The worker comes to it when the window is open.</summary>
    public static TableRow OpenByNow => new("20 was closed, open by now", "INBOX", null, at => Eml.From("mia@gamma.example", at, "Early", "Are you there?"));

    /// <summary>In a closed window of an evening or longer.</summary>
    public IReadOnlyList<TableRow> Closed =>
    [
        new("03 closed, person of a client", "Held", "1.1", at => Eml.From("jane@acme.example", at, "Again", "How many people clicked?")),
        new("04 the same person again", "Held", null, at => Eml.From("jane@acme.example", at, "And", "And how many read it to the end?")),
        new("05 another person of the client", "Held", "1.1", at => Eml.From("rob@acme.example", at, "Hi", "Where is the file?")),
        new("05 the third person", "Held", "1.1", at => Eml.From("sue@acme.example", at, "Hi", "What is the login?")),
        new("05 the fourth person", "Held", null, at => Eml.From("tom@acme.example", at, "Hi", "Which one is it?")),
        new("08 urgent tag, allowance left", "INBOX", null, at => Eml.From("sam@delta.example", at, "[urgent] Shop down", "The shop shows an error.")),
        new("09 urgent tag, allowance spent", "Held", "1.1", at => Eml.From("sue@delta.example", at, "[URGENT] Shop down again", "It is down again.")),
        new("10 urgent in words", "Held", "1.1", at => Eml.From("kate@beta.example", at, "Cennik", "Dzień dobry, to bardzo pilne, czekam na cennik.")),
        new("12 machine mail", "INBOX", null, at => Eml.From("bot@acme.example", at, "Report", "Your report.", "Auto-Submitted: auto-generated")),
        new("13 a listed address through a CRM", "Held", null, at => Eml.From("crm@beta.example", at, "Ticket", "Where is the file?", "List-Unsubscribe: <mailto:u@beta.example>\nList-Id: <crm.beta.example>")),
        new("14 not among the recipients", "Held", null, at => Eml.From("leo@gamma.example", at, "Plan", "Where is the plan?", "To: undisclosed-recipients:;")),
        new("14 dmarc=fail", "Held", null, at => Eml.From("mia@gamma.example", at, "Account", "What is the bank account?", result: "dmarc=fail")),
        new("15 she is in Cc only", "Held", null, at => Eml.From("leo@gamma.example", at, "Copy", "Who does it?", "To: leo@gamma.example\nCc: nora@norafield.example")),
        new("16 thanks", "Held", null, at => Eml.From("ida@gamma.example", at, "Re: File", "Thank you so much, have a nice evening!")),
        new("18 already read", "INBOX", null, at => Eml.From("leo@gamma.example", at, "Seen", "Where is it?"), "S"),
        new("18 her own mail", "INBOX", null, at => Eml.From("nora@norafield.example", at, "Note to self", "Buy ink.")),
        new("18 a stranger", "INBOX", null, at => Eml.From("lee@stranger.example", at, "Hello", "May I ask something?")),
        new("19 a client without the Code", "Held", null, at => Eml.From("ada@newcomer.example", at, "First", "Where do we begin?")),
        new("22 an invitation inside her hours", "Held", "1.1", at => Invitation("mia@gamma.example", at, "REQUEST", inside)),
        new("23 an invitation outside her hours", "Held", "1.1", at => Invitation("ida@gamma.example", at, "REQUEST", outside)),
        new("24 a cancellation before the release", "INBOX", null, at => Invitation("leo@gamma.example", at, "CANCEL", soon)),
    ];

    private static byte[] Invitation(string from, Instant at, string method, Instant start) => Eml.From(
        from,
        at,
        "Planning",
        $"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Test//EN
        METHOD:{method}
        BEGIN:VEVENT
        UID:{Stamp.Format(start)}.{from}
        DTSTAMP:{Stamp.Format(at)}
        DTSTART:{Stamp.Format(start)}
        DTEND:{Stamp.Format(start + Duration.FromHours(1))}
        SUMMARY:Planning
        ORGANIZER:mailto:{from}
        ATTENDEE:mailto:nora@norafield.example
        END:VEVENT
        END:VCALENDAR
        """,
        $"Content-Type: text/calendar; charset=utf-8; method={method}");
}
