using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>
/// The decision table of design.md section 6 with real servers on both sides: what LMTP delivers, where an independent IMAP client finds it by the hash of
/// what LMTP took, what arrives at the mail server. The messages are those of <see cref="WholeTableTests"/>. Dovecot stamps the real time, so the hours are
/// laid around it; where time must pass first (rows 20 and 21), the worker's clock goes on while it stands still.
/// </summary>
public sealed class WholeTableOnDovecotTests(ITestOutputHelper output)
{
    private static readonly TableRow Marked = new("18 D1 read and flagged, with keywords", "INBOX", null, at => Eml.From("jane@acme.example", at, "Marked", "Which marks stay?"), "SF");
    private static readonly TableRow Labelled = new("04 D1 unread, with keywords", "Held", null, at => Eml.From("jane@acme.example", at, "Labelled", "Which labels stay?"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task D1_every_closed_row_is_held_or_left_and_answered_or_not_and_is_back_unread_with_its_time_at_the_opening(bool move)
    {
        var hours = new HoursAroundNow();
        await using var table = new TableOnDovecot(move, hours.Closed);
        await table.MeetAsync();
        hours.Rows.Closed.ToList().ForEach(row => table.Deliver(row));
        table.Deliver(Marked, "$Label1 waits");
        table.Deliver(Labelled, "$Label2 waits");
        await table.Play.StartAsync(WorkerOnDovecot.RealNow() + Duration.FromSeconds(5));
        await table.LiveAsync();
        table.AssertPlaces(t => t.Row.Folder);
        table.AssertReplies();
        output.WriteLine(table.Table());

        await table.Play.GoToAsync(table.On.Opening - Duration.FromMinutes(20));
        Assert.Empty(table.Digests);
        await table.Play.GoToAsync(table.On.Opening - Duration.FromMinutes(14));
        await Eventually.HoldsAsync(() => table.Digests.Count > 0, () => table.Play.Worker.Output);
        await table.LiveAsync();
        Assert.Single(table.Digests);
        table.AssertPlaces(t => t.Row.Folder);

        await OpenAsync(table);
        Assert.Single(table.Digests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_17_to_whom_she_wrote_in_this_window_there_is_neither_hold_nor_answer(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Closed);
        table.FileOwn(TableRows.HerOwn);
        await AssertAsync(table, TableRows.Answer);
        table.AssertReason(Reason.OwnerWroteToPerson);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_21_after_an_outage_of_two_hours_it_is_held_without_an_answer_and_back_at_the_opening(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Closed);
        await AssertAsync(table, Duration.FromHours(2), TableRows.Outage);
        table.AssertReason(Reason.HandledLate);
        await OpenAsync(table);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_20_after_an_outage_until_the_window_is_open_it_stays_without_an_answer(bool move)
    {
        var hours = new HoursAroundNow().Closed;
        await using var table = new TableOnDovecot(move, hours);
        await AssertAsync(table, hours.Opening + Duration.FromMinutes(1) - WorkerOnDovecot.RealNow(), TableRows.OpenByNow);
        table.AssertReason(Reason.WindowOpened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_rows_of_open_hours_stay_in_the_inbox_and_the_wrong_channel_is_answered(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Open);
        await AssertAsync(table, [.. TableRows.Open]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_6_a_short_break_passes(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Lunch);
        await AssertAsync(table, TableRows.Lunch);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_6_a_longer_break_is_held_without_an_answer_and_back_when_it_is_over(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Gap);
        await AssertAsync(table, TableRows.Gap);

        await OpenAsync(table);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_7_right_after_closing_nothing_happens(bool move)
    {
        await using var table = new TableOnDovecot(move, new HoursAroundNow().Grace);
        await AssertAsync(table, TableRows.Grace);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_25_a_long_leave_is_answered_with_its_end_and_not_held(bool move)
    {
        var hours = new HoursAroundNow().Leave;
        await using var table = new TableOnDovecot(move, hours);
        await AssertAsync(table, TableRows.Leave);

        Assert.Matches($"{hours.Day.DayOfWeek} {hours.Day.Day} .* at 9:00", ReplyHeaders.Read(Assert.Single(table.Replies)).TextBody);
    }

    /// <summary>At the opening everything is in the inbox, as it was delivered, and nobody is answered for it.</summary>
    private static async Task OpenAsync(TableOnDovecot table)
    {
        await table.Play.GoToAsync(table.On.Opening + Duration.FromMinutes(1));
        await table.LiveAsync();
        table.AssertPlaces(_ => "INBOX");
        table.AssertReplies();
    }

    private Task AssertAsync(TableOnDovecot table, params TableRow[] rows) => AssertAsync(table, Duration.FromSeconds(5), rows);

    /// <summary>Delivers while the worker stands still, starts it after that time and asks for place and answer.</summary>
    private async Task AssertAsync(TableOnDovecot table, Duration after, params TableRow[] rows)
    {
        await table.MeetAsync();
        rows.ToList().ForEach(row => table.Deliver(row));
        await table.Play.StartAsync(WorkerOnDovecot.RealNow() + after);
        await table.LiveAsync();

        table.AssertPlaces(t => t.Row.Folder);
        table.AssertReplies();
        output.WriteLine(table.Table());
    }
}
