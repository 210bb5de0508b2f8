using System.Text.RegularExpressions;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process on a Maildir, clock driven: the decision table of design.md section 6, row by row, through one evening, a weekend and a leave.</summary>
public sealed partial class WholeTableTests(ITestOutputHelper output)
{
    private static Instant Thursday(int hour, int minute) => Played.London(11, 26, hour, minute);

    private static Instant Friday(int hour, int minute) => Played.London(11, 27, hour, minute);

    /// <summary>One arrival and what must become of it.</summary>
    /// <param name="Row">The row of the table.</param>
    /// <param name="At">The arrival.</param>
    /// <param name="Folder">Where it must lie afterwards.</param>
    /// <param name="Rules">The rules its reply quotes, or null for no reply.</param>
    /// <param name="Eml">The message.</param>
    private sealed record Arrival(string Row, Instant At, string Folder, string? Rules, Func<Instant, byte[]> Eml, string Flags = "");

    private static IEnumerable<Arrival> Evening() =>
    [
        new("01 open, right channel", Thursday(16, 0), "INBOX", null, at => Eml.From("jane@acme.example", at, "Mailing", "How many people opened the last mailing?")),
        new("02 open, wrong channel", Thursday(16, 5), "INBOX", "2.1", at => Eml.From("tim@acme.example", at, "Newsletter", "Could you please prepare the December newsletter and send me a draft?")),
        new("06 lunch passes", Thursday(13, 0), "INBOX", null, at => Eml.From("ida@gamma.example", at, "Lunch", "Which file is the latest?")),
        new("11 open, urgent tag", Thursday(16, 10), "INBOX", null, at => Eml.From("sam@delta.example", at, "[URGENT] Page down", "The page shows an error.")),
        new("07 grace", Thursday(17, 10), "INBOX", null, at => Eml.From("ida@gamma.example", at, "Link", "Here is the link you asked for.")),
        new("03 closed, person of a client", Thursday(18, 0), "Held", "1.1", at => Eml.From("jane@acme.example", at, "Again", "How many people clicked?")),
        new("04 the same person again", Thursday(18, 5), "Held", null, at => Eml.From("jane@acme.example", at, "And", "And how many read it to the end?")),
        new("05 another person of the client", Thursday(18, 10), "Held", "1.1", at => Eml.From("rob@acme.example", at, "Hi", "Where is the file?")),
        new("05 the third person", Thursday(18, 15), "Held", "1.1", at => Eml.From("sue@acme.example", at, "Hi", "What is the login?")),
        new("05 the fourth person", Thursday(18, 20), "Held", null, at => Eml.From("tom@acme.example", at, "Hi", "Which one is it?")),
        new("08 urgent tag, allowance left", Thursday(18, 25), "INBOX", null, at => Eml.From("sam@delta.example", at, "[urgent] Shop down", "The shop shows an error.")),
        new("09 urgent tag, allowance spent", Thursday(18, 30), "Held", "1.1", at => Eml.From("sue@delta.example", at, "[URGENT] Shop down again", "It is down again.")),
        new("10 urgent in words", Thursday(18, 35), "Held", "1.1", at => Eml.From("kate@beta.example", at, "Cennik", "Dzień dobry, to bardzo pilne, czekam na cennik.")),
        new("12 machine mail", Thursday(18, 40), "INBOX", null, at => Eml.From("bot@acme.example", at, "Report", "Your report.", "Auto-Submitted: auto-generated")),
        new("13 a listed address through a CRM", Thursday(18, 45), "Held", null, at => Eml.From("crm@beta.example", at, "Ticket", "Where is the file?", "List-Unsubscribe: <mailto:u@beta.example>\nList-Id: <crm.beta.example>")),
        new("14 not among the recipients", Thursday(18, 50), "Held", null, at => Eml.From("leo@gamma.example", at, "Plan", "Where is the plan?", "To: undisclosed-recipients:;")),
        new("14 dmarc=fail", Thursday(18, 55), "Held", null, at => Eml.From("mia@gamma.example", at, "Account", "What is the bank account?", result: "dmarc=fail")),
        new("15 she is in Cc only", Thursday(19, 0), "Held", null, at => Eml.From("leo@gamma.example", at, "Copy", "Who does it?", "To: leo@gamma.example\nCc: nora@norafield.example")),
        new("16 thanks", Thursday(19, 5), "Held", null, at => Eml.From("ida@gamma.example", at, "Re: File", "Thank you so much, have a nice evening!")),
        new("18 already read", Thursday(19, 10), "INBOX", null, at => Eml.From("leo@gamma.example", at, "Seen", "Where is it?"), "S"),
        new("18 her own mail", Thursday(19, 15), "INBOX", null, at => Eml.From("nora@norafield.example", at, "Note to self", "Buy ink.")),
        new("18 a stranger", Thursday(19, 20), "INBOX", null, at => Eml.From("lee@stranger.example", at, "Hello", "May I ask something?")),
        new("19 a client without the Code", Thursday(19, 25), "Held", null, at => Eml.From("ada@newcomer.example", at, "First", "Where do we begin?")),
        new("22 an invitation inside her hours", Thursday(19, 30), "Held", "1.1", at => Invitation("mia@gamma.example", at, "REQUEST", "20261201T100000Z", "20261201T110000Z")),
        new("23 an invitation outside her hours", Thursday(19, 35), "Held", "1.1", at => Invitation("ida@gamma.example", at, "REQUEST", "20261206T180000Z", "20261206T190000Z")),
        new("24 a cancellation before the release", Thursday(19, 40), "INBOX", null, at => Invitation("leo@gamma.example", at, "CANCEL", "20261127T080000Z", "20261127T083000Z")),
    ];

    [Fact]
    public async Task Every_row_end_to_end()
    {
        using var play = new Played();
        await play.StartAsync(Thursday(12, 55));

        var arrivals = Evening().OrderBy(a => a.At).ToList();
        var seen = new List<(Arrival Arrival, Delivered Delivered)>();
        foreach (var arrival in arrivals)
        {
            seen.Add((arrival, await ArriveAsync(play, arrival)));
        }

        // Row 17: she wrote to him herself in this closed window.
        play.Folder.Deliver("own", Eml.From("nora@norafield.example", Thursday(19, 50), "Hi", "A word to you.", "To: leo@gamma.example"), Thursday(19, 50), ".Sent", "S");
        var row17 = new Arrival("17 she wrote to this person", Thursday(19, 55), "INBOX", null, at => Eml.From("leo@gamma.example", at, "Re: Hi", "Where shall I put it?"));
        seen.Add((row17, await ArriveAsync(play, row17)));

        // Row 21: an outage of two hours; row 20: one that lasts until the window has opened.
        await play.Worker.StopAsync();
        var row21 = play.Folder.Deliver("21", Eml.From("kate@beta.example", Thursday(20, 30), "Later", "Where is the other file?"), Thursday(20, 30));
        await play.StartAsync(Thursday(22, 30));
        Assert.Equal("Held", play.Place(row21).Folder);

        await play.GoToAsync(Friday(8, 40));
        Assert.Empty(play.Folder.Digests());
        await play.GoToAsync(Friday(8, 46));
        await play.SettleAsync();
        await Eventually.HoldsAsync(() => play.Folder.Digests().Count > 0, () => play.Worker.Output);
        var digest = Assert.Single(play.Folder.Digests());
        Assert.All(seen, s => Assert.Equal((s.Arrival.Row, s.Arrival.Folder), (s.Arrival.Row, play.Place(s.Delivered).Folder)));

        await play.Worker.StopAsync();
        var row20 = play.Folder.Deliver("20", Eml.From("mia@gamma.example", Friday(8, 50), "Early", "Are you there?"), Friday(8, 50));
        await play.StartAsync(Friday(9, 5));
        await play.SettleAsync();
        Assert.Equal("INBOX", play.Place(row20).Folder);

        AssertAllBack(play, [.. seen.Select(s => s.Delivered), row20, row21]);
        Assert.Single(play.Folder.Digests());
        output.WriteLine(digest.TextBody ?? "");
    }

    [Fact]
    public async Task Row_6_a_short_gap_is_held_but_not_answered_and_row_25_a_long_leave_is_answered_but_not_held()
    {
        using var play = new Played();
        await play.StartAsync(Friday(14, 20));
        var gap = await play.ArriveAsync("06", Friday(14, 30), Eml.From("leo@gamma.example", Friday(14, 30), "Gap", "Where is the plan?"));
        Assert.Equal("Held", play.Place(gap).Folder);
        Assert.Empty(play.Folder.Replies());

        await play.GoToAsync(Friday(16, 1));
        Assert.Equal("INBOX", play.Place(gap).Folder);

        var leave = Played.London(12, 26, 12, 0);
        var row25 = await play.ArriveAsync("25", leave, Eml.From("leo@gamma.example", leave, "Leave", "Where is the plan now?"));
        Assert.Equal("INBOX", play.Place(row25).Folder);
        Assert.Contains("Monday 4 January 2027", Assert.Single(play.Folder.Replies()).TextBody, StringComparison.Ordinal);
    }

    private static async Task<Delivered> ArriveAsync(Played play, Arrival arrival)
    {
        await play.GoToAsync(arrival.At);
        var before = play.Folder.Replies().Count;
        var delivered = play.Folder.Deliver(arrival.Row[..2] + arrival.At.ToUnixTimeSeconds(), arrival.Eml(arrival.At), arrival.At, flags: arrival.Flags);
        await play.SettleAsync();

        var place = play.Place(delivered);
        Assert.True(arrival.Folder == place.Folder, $"Row {arrival.Row}: it lies in {place.Folder}, not in {arrival.Folder}.\n{play.Worker.Output}");
        AssertUntouched(delivered, place);
        var replies = play.Folder.Replies();
        Assert.True((arrival.Rules is null ? 0 : 1) == replies.Count - before, $"Row {arrival.Row}: {replies.Count - before} replies.\n{play.Worker.Output}");
        if (arrival.Rules is not null)
        {
            Assert.Contains(replies, r => Rules().Match(r.Headers["X-BoundaryWorker"]!).Groups[1].Value.Split(',').Contains(arrival.Rules));
        }

        return delivered;
    }

    private static void AssertAllBack(Played play, IReadOnlyList<Delivered> all)
    {
        foreach (var delivered in all)
        {
            var place = play.Place(delivered);
            Assert.Equal((delivered.Name, "INBOX"), (delivered.Name, place.Folder));
            AssertUntouched(delivered, place);
        }
    }

    /// <summary>Byte for byte is the hash by which it was found; beyond that unread, flags and time as they were.</summary>
    private static void AssertUntouched(Delivered delivered, Stored place)
    {
        Assert.Equal(delivered.Flags, place.Flags);
        Assert.Equal(delivered.Flags.Length == 0 ? "new" : "cur", place.Sub);
        Assert.Equal(delivered.At, place.Modified);
    }

    private static byte[] Invitation(string from, Instant at, string method, string start, string end) => Eml.From(
        from,
        at,
        "Planning",
        $"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Test//EN
        METHOD:{method}
        BEGIN:VEVENT
        UID:{start}.{from}
        DTSTAMP:20261126T120000Z
        DTSTART:{start}
        DTEND:{end}
        SUMMARY:Planning
        ORGANIZER:mailto:{from}
        ATTENDEE:mailto:nora@norafield.example
        END:VEVENT
        END:VCALENDAR
        """,
        $"Content-Type: text/calendar; charset=utf-8; method={method}");

    [GeneratedRegex("rules=([^;]*)")]
    private static partial Regex Rules();
}
