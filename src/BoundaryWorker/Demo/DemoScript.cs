using NodaTime;

namespace BoundaryWorker.Demo;

/// <summary>A weekend in the life of a virtual assistant: one message for each thing the worker does, from Friday noon to Monday morning.</summary>
internal static class DemoScript
{
    /// <summary>The host whose Authentication-Results the demo believes.</summary>
    public const string AuthservId = "mx.norafield.example";

    private const string Jane = "Jane Miller <jane.miller@agency.example>";
    private const string Tom = "Tom Reed <tom@acme.example>";
    private const string Anna = "Anna Cole <anna@acme.example>";
    private const string Sam = "Sam Hart <sam@harbourbooks.example>";

    private const string Invitation =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Agency//EN
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:planning-1206@agency.example
        DTSTAMP:20261129T120000Z
        DTSTART:20261206T180000Z
        DTEND:20261206T190000Z
        SUMMARY:Planning the spring campaign
        ORGANIZER:mailto:jane.miller@agency.example
        ATTENDEE;RSVP=TRUE:mailto:nora@norafield.example
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>When the worker is started.</summary>
    public static LocalDateTime Start { get; } = new(2026, 11, 27, 11, 0);

    /// <summary>When the demo ends: Monday, a little after the opening.</summary>
    public static LocalDateTime End { get; } = new(2026, 11, 30, 9, 5);

    /// <summary>All messages, in the order of arrival.</summary>
    public static IReadOnlyList<DemoMail> Mails { get; } =
    [
        new(Friday(11, 20), Jane, "Newsletter", "Hi Nora,\n\ncould you please prepare the December newsletter and send me a draft?\n\nThanks\nJane"),
        new(Friday(14, 6), Anna, "One more thing", "Hi Nora, the link you asked for is https://acme.example/press\n\nAnna"),
        new(Friday(16, 40), Tom, "Numbers", "Hello Nora,\n\nhow many people opened the last mailing?\n\nTom"),
        new(Friday(19, 15), Tom, "Re: Numbers", "And do you know how many clicked?\n\nTom"),
        new(Friday(21, 30), Sam, "[URGENT] Shop is down", "Nora, the shop page shows an error to everybody. Can you look?\n\nSam"),
        new(Saturday(9, 10), "Acme News <news@acme.example>", "Acme in November", "What happened at Acme this month.", "List-Id: <news.acme.example>\nPrecedence: bulk\n"),
        new(Saturday(10, 0), "Lee Park <lee@newcomer.example>", "Hello", "Hello, I found your page and would like to work with you.\n\nLee"),
        new(Saturday(11, 45), "Helen Lowe <helen@lowe-partners.example>", "Filing", "The court needs our answer by Monday.\n\nHelen Lowe"),
        new(Saturday(18, 20), Sam, "Price list", "Nora, this is urgent, I need the new price list by tomorrow morning.\n\nSam"),
        new(Sunday(12, 0), Jane, "Planning the spring campaign", Invitation, "Content-Type: text/calendar; charset=utf-8; method=REQUEST\n"),
        new(Sunday(17, 30), Anna, "Re: Logo", "Thank you so much, have a nice evening!\n\nAnna"),
        new(Sunday(22, 10), Tom, "Automatic reply: Numbers", "I am out of the office until Tuesday.", "Auto-Submitted: auto-replied\n"),
    ];

    private static LocalDateTime Friday(int hour, int minute) => new(2026, 11, 27, hour, minute);

    private static LocalDateTime Saturday(int hour, int minute) => new(2026, 11, 28, hour, minute);

    private static LocalDateTime Sunday(int hour, int minute) => new(2026, 11, 29, hour, minute);
}
