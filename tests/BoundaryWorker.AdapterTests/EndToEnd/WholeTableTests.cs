using System.Text.RegularExpressions;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process on a Maildir, clock driven: the decision table of design.md section 6, row by row, through one evening, a weekend and a leave.</summary>
public sealed partial class WholeTableTests(ITestOutputHelper output)
{
    private static Instant Thursday(int hour, int minute) => Played.London(11, 26, hour, minute);

    private static Instant Friday(int hour, int minute) => Played.London(11, 27, hour, minute);

    /// <summary>A row at its time.</summary>
    private sealed record Arrival(TableRow Row, Instant At);

    private static IEnumerable<Arrival> Evening() =>
    [
        new(TableRows.Lunch, Thursday(13, 0)),
        .. TableRows.Open.Select((row, n) => new Arrival(row, Thursday(16, 0) + Duration.FromMinutes(5 * n))),
        new(TableRows.Grace, Thursday(17, 10)),
        .. new TableRows(Played.London(12, 1, 10, 0), Played.London(12, 6, 18, 0), Friday(8, 0)).Closed.Select((row, n) => new Arrival(row, Thursday(18, 0) + Duration.FromMinutes(5 * n))),
    ];

    [Fact]
    public async Task Every_row_end_to_end()
    {
        using var play = new Played();
        await play.StartAsync(Thursday(12, 55));

        var seen = new List<(Arrival Arrival, Delivered Delivered)>();
        foreach (var arrival in Evening())
        {
            seen.Add((arrival, await ArriveAsync(play, arrival)));
        }

        // Row 17: she wrote to him herself in this closed window.
        play.Folder.Deliver("own", TableRows.HerOwn(Thursday(19, 50)), Thursday(19, 50), ".Sent", "S");
        var row17 = new Arrival(TableRows.Answer, Thursday(19, 55));
        seen.Add((row17, await ArriveAsync(play, row17)));

        // Row 21: an outage of two hours; row 20: one that lasts until the window has opened.
        await play.Worker.StopAsync();
        var row21 = play.Folder.Deliver("21", TableRows.Outage.Eml(Thursday(20, 30)), Thursday(20, 30));
        await play.StartAsync(Thursday(22, 30));
        Assert.Equal("Held", play.Place(row21).Folder);

        await play.GoToAsync(Friday(8, 40));
        Assert.Empty(play.Folder.Digests());
        await play.GoToAsync(Friday(8, 46));
        await play.SettleAsync();
        await Eventually.HoldsAsync(() => play.Folder.Digests().Count > 0, () => play.Worker.Output);
        var digest = Assert.Single(play.Folder.Digests());
        Assert.All(seen, s => Assert.Equal((s.Arrival.Row.Row, s.Arrival.Row.Folder), (s.Arrival.Row.Row, play.Place(s.Delivered).Folder)));

        await play.Worker.StopAsync();
        var row20 = play.Folder.Deliver("20", TableRows.OpenByNow.Eml(Friday(8, 50)), Friday(8, 50));
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
        var gap = await play.ArriveAsync("06", Friday(14, 30), TableRows.Gap.Eml(Friday(14, 30)));
        Assert.Equal("Held", play.Place(gap).Folder);
        Assert.Empty(play.Folder.Replies());

        await play.GoToAsync(Friday(16, 1));
        Assert.Equal("INBOX", play.Place(gap).Folder);

        var leave = Played.London(12, 26, 12, 0);
        var row25 = await play.ArriveAsync("25", leave, TableRows.Leave.Eml(leave));
        Assert.Equal("INBOX", play.Place(row25).Folder);
        Assert.Contains("Monday 4 January 2027", Assert.Single(play.Folder.Replies()).TextBody, StringComparison.Ordinal);
    }

    private static async Task<Delivered> ArriveAsync(Played play, Arrival arrival)
    {
        var (row, at) = arrival;
        await play.GoToAsync(at);
        var before = play.Folder.Replies().Count;
        var delivered = play.Folder.Deliver(row.Row[..2] + at.ToUnixTimeSeconds(), row.Eml(at), at, flags: row.Flags);
        await play.SettleAsync();

        var place = play.Place(delivered);
        Assert.True(row.Folder == place.Folder, $"Row {row.Row}: it lies in {place.Folder}, not in {row.Folder}.\n{play.Worker.Output}");
        AssertUntouched(delivered, place);
        var replies = play.Folder.Replies();
        Assert.True((row.Rules is null ? 0 : 1) == replies.Count - before, $"Row {row.Row}: {replies.Count - before} replies.\n{play.Worker.Output}");
        if (row.Rules is not null)
        {
            Assert.Contains(replies, r => Rules().Match(r.Headers["X-BoundaryWorker"]!).Groups[1].Value.Split(',').Contains(row.Rules));
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

    [GeneratedRegex("rules=([^;]*)")]
    private static partial Regex Rules();
}
