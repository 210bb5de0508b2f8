using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using BoundaryWorker.Store.Sqlite;
using Dapper;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>The file's schema: brought up step by step, with all that is in it, or not at all.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Ledger => folder["ledger.db"];

    private static int Newest => Migration.Shipped[^1].Version;

    [Fact]
    public async Task The_shipped_migrations_are_numbered_in_order_and_every_statement_is_whole()
    {
        Assert.Equal(Migration.Shipped.Select(m => m.Version).Distinct().Order(), Migration.Shipped.Select(m => m.Version));
        Assert.All(Migration.Shipped.SelectMany(m => m.Statements()), s => Assert.EndsWith(";", Stripped(s), StringComparison.Ordinal));
        await using var ledger = await SqliteLedger.OpenAsync(Ledger, Token);
        await using var raw = await RawSqlite.OpenAsync(Ledger);
        Assert.Equal(Newest, await raw.ExecuteScalarAsync<int>("pragma user_version"));
    }

    [Fact]
    public async Task An_empty_database_of_version_0_is_brought_up()
    {
        await using (var raw = await RawSqlite.OpenAsync(Ledger))
        {
            await raw.ExecuteAsync("create table hers (a integer)");
        }

        await using var ledger = await SqliteLedger.OpenAsync(Ledger, Token);

        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(Message("a"), null, Token));
    }

    [Fact]
    public async Task A_ledger_of_an_older_schema_is_brought_up_with_all_that_is_in_it()
    {
        var message = Message("a");
        await using (var old = await SqliteLedger.OpenAsync(Ledger, Token))
        {
            await old.RecordAsync(message, null, Token);
        }

        var next = new Migration(Newest + 1, "alter table messages add column note text; -- why\n\nupdate messages\nset note = 'old';\n");
        await using var ledger = await SqliteLedger.OpenAsync(Ledger, new SqliteOpening { Migrations = [.. Migration.Shipped, next] }, Token);

        Assert.Equal(Line(message), Line((await ledger.FindAsync(message.Key, Token))!));
        await using var raw = await RawSqlite.OpenAsync(Ledger);
        Assert.Equal("old", await raw.ExecuteScalarAsync<string>("select note from messages"));
        Assert.Equal(next.Version, await raw.ExecuteScalarAsync<int>("pragma user_version"));
    }

    [Fact]
    public async Task What_a_worker_with_one_Code_recorded_is_the_shared_Codes_after_the_step_to_several()
    {
        await using (await SqliteLedger.OpenAsync(Ledger, new SqliteOpening { Migrations = [.. Migration.Shipped.Where(m => m.Version < 4)] }, Token))
        {
        }

        await using (var raw = await RawSqlite.OpenAsync(Ledger))
        {
            await raw.ExecuteAsync("insert into digests (day, message_id, envelope_to, bytes, claimed_at) values ('2026-11-21', 'd@studio.example', 'me@studio.example', x'01', 7)");
            await raw.ExecuteAsync("insert into good_files (kind, version, digest, effective, text, saved_at, read_at) values ('code', 3, 'd', '2026-12-01', 'version: 3', 8, 9)");
            await raw.ExecuteAsync("insert into purged_replies (client_id, count) values ('acme', 5)");
        }

        await using var ledger = await SqliteLedger.OpenAsync(Ledger, Token);

        Assert.Equal(new LocalDate(2026, 11, 21), Assert.Single(await ledger.UnsentDigestsAsync("", Token)).Day);
        Assert.False(await ledger.ClaimDigestAsync(new DigestKey("", new LocalDate(2026, 11, 21)), Bytes("x@studio.example", "me@studio.example"), Closing, Token));
        Assert.Equal(new GoodFile("code", 3, new LocalDate(2026, 12, 1), "version: 3", Instant.FromUnixTimeTicks(8)), Assert.Single(await ledger.GoodVersionsAsync("code", "", Token)));
        Assert.Equal(5, (await ledger.HistoryAsync(Query() with { Elsewhere = ["other"] }, Token)).RepliesToClientEver);
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_nothing_behind()
    {
        await (await SqliteLedger.OpenAsync(Ledger, Token)).DisposeAsync();
        var broken = new Migration(Newest + 1, "create table half (a integer);\ninsert into nowhere values (1);\n");

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => SqliteLedger.OpenAsync(Ledger, new SqliteOpening { Migrations = [.. Migration.Shipped, broken] }, Token));

        await using var raw = await RawSqlite.OpenAsync(Ledger);
        Assert.Equal(Newest, await raw.ExecuteScalarAsync<int>("pragma user_version"));
        Assert.Equal(0, await raw.ExecuteScalarAsync<int>("select count(*) from sqlite_master where name = 'half'"));
    }

    [Fact]
    public async Task A_ledger_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using (var raw = await RawSqlite.OpenAsync(Ledger))
        {
            await raw.ExecuteAsync("pragma user_version = 99");
        }

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => SqliteLedger.OpenAsync(Ledger, Token));

        Assert.Contains("newer BoundaryWorker (its schema is 99", error.Message, StringComparison.Ordinal);
        Assert.Contains("Boundary:Store:Sqlite", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static string Stripped(string statement) =>
        string.Join('\n', statement.Split('\n').Select(l => l.Split("--")[0])).TrimEnd().Replace("where uses_allowance = 1;", ");", StringComparison.Ordinal);
}
