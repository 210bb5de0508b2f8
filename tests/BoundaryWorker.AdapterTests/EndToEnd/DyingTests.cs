using Microsoft.Data.Sqlite;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>A worker that cannot work ends with an exit code other than 0, so that a supervisor notices, and says why in words.</summary>
public sealed class DyingTests
{
    private const int Died = 1;
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);

    [Theory]
    [InlineData(false, "is damaged")]
    [InlineData(true, "cannot be opened")]
    public async Task A_ledger_that_cannot_be_used_ends_the_start(bool isDirectory, string words)
    {
        using var folder = new WorkerFolder();
        folder.SetClock(Evening);
        var ledger = Path.Combine(folder.Root, "ledger.db");
        if (isDirectory)
        {
            Directory.CreateDirectory(ledger);
        }
        else
        {
            await File.WriteAllTextAsync(ledger, "This is no database, but it is long enough to be taken for one at first sight.", TestContext.Current.CancellationToken);
        }

        using var worker = WorkerProcess.Run(folder);

        Assert.Equal(Died, await worker.EndAsync());
        Assert.Contains(words, worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", worker.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop table messages", "cannot be used")]
    [InlineData("update lease set holder = 'elsewhere', until = 9000000000000000000", "Another BoundaryWorker works on this store")]
    public async Task Ten_rounds_that_fail_in_a_row_end_it(string harm, string words)
    {
        using var play = new Played();
        await play.StartAsync(Evening);
        await play.SettleAsync();
        Execute(play, harm);

        await Eventually.HoldsAsync(
            () =>
            {
                play.Folder.SetClock(play.Folder.Now + Duration.FromSeconds(61));
                return play.Worker.HasExited;
            },
            () => play.Worker.Output);

        Assert.Equal(Died, await play.Worker.EndAsync());
        Assert.Contains(words, play.Worker.Output, StringComparison.Ordinal);
        Assert.Contains("failure 1 in a row of at most 10", play.Worker.Output, StringComparison.Ordinal);
        Assert.Contains("10 rounds failed one after another", play.Worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", play.Worker.Output, StringComparison.Ordinal);
    }

    private static void Execute(Played play, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(play.Folder.Root, "ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
