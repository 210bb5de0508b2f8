using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using BoundaryWorker.Store.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>The file: private, durable, versioned; and what is said when it cannot be used.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Ledger => folder["ledger.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Promise_10_a_new_folder_and_all_files_in_it_are_for_her_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var path = folder["data/ledger.db"];
        await using var ledger = await SqliteLedger.OpenAsync(path, Token);
        await ledger.RecordAsync(Message("a"), null, Token);

        var modes = Directory.GetFiles(folder["data"]).ToDictionary(f => Path.GetFileName(f), Mode);

        Assert.Equal(["ledger.db", "ledger.db-shm", "ledger.db-wal"], modes.Keys.Order());
        Assert.All(modes.Values, mode => Assert.Equal(PrivateFile, mode));
        Assert.Equal(PrivateFile | UnixFileMode.UserExecute, Mode(folder["data"]));
    }

    [Fact]
    public async Task Promise_10_a_file_that_others_may_read_is_closed_to_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await (await SqliteLedger.OpenAsync(Ledger, Token)).DisposeAsync();
        SetMode(Ledger, PrivateFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await (await SqliteLedger.OpenAsync(Ledger, Token)).DisposeAsync();

        Assert.Equal(PrivateFile, Mode(Ledger));
    }

    [Fact]
    public async Task The_write_ahead_log_is_on_and_what_is_settled_leaves_no_trace_in_the_files()
    {
        await using (var ledger = await SqliteLedger.OpenAsync(Ledger, Token))
        {
            var message = Message("a");
            var reply = Reply(message) with { Bytes = Bytes("x@studio.example", Jane) with { Bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the words of the reply ", 2000))) } };
            await ledger.RecordAsync(message, reply, Token);
            Assert.Contains("the words of the reply", await TextOfFilesAsync(), StringComparison.Ordinal);
            await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Sent, Closing, null, null, Token);
            await ledger.PurgeAsync(Closing, Token);
        }

        Assert.DoesNotContain("the words of the reply", await TextOfFilesAsync(), StringComparison.Ordinal);
        await using var raw = await RawSqlite.OpenAsync(Ledger);
        Assert.Equal("wal", await raw.ExecuteScalarAsync<string>("pragma journal_mode"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8192)]
    public async Task A_damaged_file_is_named_with_what_to_do(int from)
    {
        await using (var ledger = await SqliteLedger.OpenAsync(Ledger, Token))
        {
            foreach (var number in Enumerable.Range(0, 50))
            {
                await ledger.RecordAsync(Message($"m{number}"), null, Token);
            }
        }

        var bytes = await File.ReadAllBytesAsync(Ledger, Token);
        Array.Fill(bytes, (byte)0x5a, from, Math.Min(20000, bytes.Length - from));
        await File.WriteAllBytesAsync(Ledger, bytes, Token);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => SqliteLedger.OpenAsync(Ledger, Token));

        Assert.Contains($"{Ledger} is damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("give the file another name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_records_nothing_and_is_over_when_there_is_room()
    {
        var message = Message("a");
        var reply = Reply(message) with { Bytes = Bytes("x@studio.example", Jane) with { Bytes = new byte[4_000_000] } };

        // A limit of the connection, set by a migration: as if the disk ended there.
        var small = new SqliteOpening { Migrations = [.. Migration.Shipped, new Migration(Migration.Shipped[^1].Version + 1, "pragma max_page_count = 200;\n")] };
        await using (var full = await SqliteLedger.OpenAsync(Ledger, small, Token))
        {
            var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => full.RecordAsync(message, reply, Token));

            Assert.Contains($"the ledger {Ledger} is full", error.Message, StringComparison.Ordinal);
            Assert.Null(await full.FindAsync(message.Key, Token));
        }

        await using var roomy = await SqliteLedger.OpenAsync(Ledger, small, Token);
        Assert.Equal(RecordResult.Recorded, await roomy.RecordAsync(message, reply, Token));
    }

    [Theory]
    [InlineData(1, "keep this line")]
    [InlineData(5, "in use by another program")]
    [InlineData(8, "read-only")]
    [InlineData(10, "Check the disk")]
    [InlineData(11, "give the file another name")]
    [InlineData(13, "Make room")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "give the file another name")]
    public void Each_error_names_the_file_and_what_to_do(int code, string words)
    {
        var error = SqliteTrouble.For("data/ledger.db", new SqliteException("what SQLite says", code));

        Assert.Contains("data/ledger.db", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_locked_by_another_program_is_told_and_usable_afterwards()
    {
        await using var ledger = await SqliteLedger.OpenAsync(Ledger, new SqliteOpening { BusySeconds = 1 }, Token);
        await using (var raw = await RawSqlite.OpenAsync(Ledger))
        {
            await raw.ExecuteAsync("begin immediate");

            var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.RecordAsync(Message("a"), null, Token));
            Assert.Contains("in use by another program", error.Message, StringComparison.Ordinal);
            Assert.Null(await ledger.FindAsync(new MessageKey("ffff"), Token));
        }

        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(Message("a"), null, Token));
    }

    [Fact]
    public async Task A_folder_in_its_place_and_a_file_in_the_place_of_its_folder_are_told()
    {
        Directory.CreateDirectory(Ledger);
        await File.WriteAllTextAsync(folder["file"], "", Token);

        var inPlace = await Assert.ThrowsAsync<LedgerUnavailableException>(() => SqliteLedger.OpenAsync(Ledger, Token));
        var below = await Assert.ThrowsAsync<LedgerUnavailableException>(() => SqliteLedger.OpenAsync(folder["file/ledger.db"], Token));

        Assert.Contains($"{Ledger} cannot be opened", inPlace.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", below.Message, StringComparison.Ordinal);
    }

    private static UnixFileMode Mode(string path) =>
        OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private async Task<string> TextOfFilesAsync()
    {
        var texts = await Task.WhenAll(Directory.GetFiles(folder["."]).Select(async file =>
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(Token);
        }));
        return string.Concat(texts);
    }
}
