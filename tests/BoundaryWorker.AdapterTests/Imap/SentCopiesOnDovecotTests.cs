using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The real worker process that sends through a mail server and files at another: one copy in Sent, whoever files it (replies.md E5).</summary>
public sealed class SentCopiesOnDovecotTests : IAsyncDisposable
{
    private readonly SmtpTestServer _smtp = new();
    private readonly WorkerOnDovecot _on;

    public SentCopiesOnDovecotTests() => _on = new WorkerOnDovecot(
        DovecotServer.Full, $$"""
        "Smtp": { "Host": "127.0.0.1", "Port": {{_smtp.Port}}, "Security": "None" }
        """);

    public async ValueTask DisposeAsync()
    {
        _on.Dispose();
        await _smtp.DisposeAsync();
    }

    [Theory]
    [InlineData(true, 1L)]
    [InlineData(false, 0L)]
    public async Task E5_one_copy_lies_in_Sent_as_read_whether_the_host_files_it_or_not(bool hostFiles, long remembered)
    {
        if (hostFiles)
        {
            _smtp.Taken = taken => _on.FileSent(taken.Bytes);
        }

        await _on.Play.StartAsync(WorkerOnDovecot.RealNow());
        await LiveAsync(_on.Deliver("Numbers"));

        var sent = Assert.Single(_smtp.Deliveries);
        var copy = Assert.Single(_on.All(), m => m.Folder == "Sent");
        Assert.Equal((MessageFlags.Seen, Mails.Hash(sent.Bytes)), (copy.Flags, copy.Hash));
        Assert.Equal(remembered, _on.Play.Folder.Scalar("select files_itself from filing_hosts where host = '127.0.0.1'"));
        Assert.Equal(0L, _on.Play.Folder.Scalar("select count(*) from sent_copies"));
    }

    [Theory]
    [InlineData(Step.SentCopyMarked)]
    [InlineData(Step.SentCopyFiled)]
    [InlineData(Step.SentCopyConfirmed)]
    public async Task E1_E5_killed_at_a_step_there_is_one_copy_and_one_reply(string step)
    {
        await _on.Play.StartAsync(WorkerOnDovecot.RealNow(), step);
        var delivered = _on.Deliver("Numbers");
        var kills = 0;
        foreach (var station in Stations(delivered))
        {
            _on.Play.Folder.SetClock(station);
            await Eventually.HoldsAsync(() => Halted(kills) || _on.Play.Folder.LastLook() >= station, () => _on.Play.Worker.Output);
            if (Halted(kills))
            {
                kills++;
                _on.Play.Worker.Kill();
                await _on.Play.StartAsync(station);
            }
        }

        await _on.Play.SettleAsync();

        Assert.Equal(1, kills);
        Assert.Single(_smtp.Deliveries);
        Assert.Single(_on.All(), m => m.Folder == "Sent");
        Assert.Equal(0L, _on.Play.Folder.Scalar("select count(*) from sent_copies"));
        Assert.Equal(0L, _on.Play.Folder.Scalar("select coalesce(max(files_itself), 0) from filing_hosts"));
    }

    private bool Halted(int kills) => kills == 0 && _on.Play.Worker.Output.Contains("halted at", StringComparison.Ordinal);

    private async Task LiveAsync(Placed delivered)
    {
        foreach (var station in Stations(delivered))
        {
            await _on.Play.GoToAsync(station);
        }

        await _on.Play.SettleAsync();
    }

    private static IEnumerable<Instant> Stations(Placed delivered) =>
        Enumerable.Range(1, 4).Select(n => delivered.Received + Duration.FromSeconds(n * 70));
}
