using BoundaryWorker.AdapterTests.Alarms;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process: copies of replies in Sent, the null path, and alarms while mail does not go out.</summary>
public sealed class SendingTests : IAsyncDisposable
{
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);

    private readonly SmtpTestServer _server = new();
    private readonly AlarmPage _page = new();
    private Played? _play;

    public async ValueTask DisposeAsync()
    {
        _play?.Dispose();
        await _page.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task E5_one_copy_lies_in_Sent_as_read_with_the_bytes_that_went_out(bool hostFiles)
    {
        var play = Play();
        if (hostFiles)
        {
            _server.Taken = taken => play.Folder.Deliver("host", taken.Bytes, play.Folder.Now, ".Sent", "S");
        }

        await HeldAsync(play);
        await play.SettleAsync();
        await play.SettleAsync();

        Assert.Single(_server.Deliveries);
        var copy = Assert.Single(play.Folder.AllMessages(), m => m.Folder == "Sent");
        Assert.Equal(("cur", "S", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(_server.Deliveries[0].Bytes))), (copy.Sub, copy.Flags, copy.Hash));
        Assert.Equal(hostFiles ? 1L : 0L, play.Folder.Scalar("select files_itself from filing_hosts"));
        Assert.Equal(0L, play.Folder.Scalar("select count(*) from sent_copies"));
        Assert.Equal(0L, play.Folder.Scalar("select coalesce(max(length(bytes)), 0) from replies"));
    }

    [Theory]
    [InlineData(Step.SentCopyFiled)]
    [InlineData(Step.SentCopyMarked)]
    public async Task E1_a_worker_killed_while_it_files_sends_nothing_again(string step)
    {
        var play = Play();
        await play.StartAsync(Evening, step);
        var at = Evening + Duration.FromMinutes(5);
        play.Folder.Deliver("a", Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"), at);
        for (var n = 0; n < 5 && !IsHalted(play); n++)
        {
            var station = at + Duration.FromSeconds(61 * n);
            play.Folder.SetClock(station);
            await Eventually.HoldsAsync(() => IsHalted(play) || play.Folder.LastLook() >= station, () => play.Worker.Output);
        }

        Assert.True(IsHalted(play), play.Worker.Output);
        play.Worker.Kill();

        await play.StartAsync(play.Folder.Now + Duration.FromSeconds(61));
        await play.SettleAsync();
        await play.SettleAsync();

        Assert.Single(_server.Deliveries);
        Assert.Single(play.Folder.AllMessages(), m => m.Folder == "Sent");
        Assert.Equal("Sent", play.Folder.Scalar("select state from replies"));
    }

    [Fact]
    public async Task C3_by_setting_a_reply_goes_out_under_the_null_path()
    {
        var play = Play();
        File.AppendAllText(play.Folder.CodeFile, "\nreplies: { null_path: true }\n");

        await HeldAsync(play);

        Assert.StartsWith("<>", Assert.Single(_server.Deliveries).MailFrom, StringComparison.Ordinal);
        Assert.StartsWith("<jane@acme.example>", Assert.Single(_server.Deliveries[0].RcptTo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_11_while_mail_does_not_go_out_the_webhook_tells_once_at_any_hour_without_a_name_or_a_secret()
    {
        var play = Play($$"""
            "Alarms": { "AtOnce": ["SendingFails"], "Webhook": "{{_page.Address}}" },
            """);
        await _server.StopAsync();
        await HeldAsync(play);
        await play.GoToAsync(play.Folder.Now + Duration.FromMinutes(3));
        await play.SettleAsync();
        await Eventually.HoldsAsync(() => _page.Posted.Count > 0, () => play.Worker.Output);
        await play.GoToAsync(play.Folder.Now + Duration.FromMinutes(3));
        await play.SettleAsync();

        var alarm = Assert.Single(_page.Posted);
        Assert.Contains("\"kind\":\"SendingFails\",\"mailbox\":\"me\"", alarm, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)jane|acme|norafield|Numbers", alarm);
        Assert.DoesNotContain("secret-in-the-path", play.Worker.Output, StringComparison.Ordinal);

        _server.Restart();
        await play.GoToAsync(Played.London(11, 27, 9, 1));
        await play.SettleAsync();
        Assert.Single(_page.Posted);
    }

    private static bool IsHalted(Played play) => play.Worker.Output.Contains("halted at", StringComparison.Ordinal);

    private Played Play(string extra = "") => _play = Played.By(
        $$"""
        "Smtp": { "Host": "127.0.0.1", "Port": {{_server.Port}}, "Security": "None" }
        """,
        extra);

    private static async Task HeldAsync(Played play)
    {
        await play.StartAsync(Evening);
        var at = Evening + Duration.FromMinutes(5);
        var held = await play.ArriveAsync("a", at, Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"));
        Assert.Equal("Held", play.Place(held).Folder);
    }
}
