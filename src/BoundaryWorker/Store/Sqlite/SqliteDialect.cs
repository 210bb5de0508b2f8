using BoundaryWorker.Pipeline.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store.Sqlite;

/// <summary>
/// What is SQLite's own: how a connection is opened and set. One statement a command throughout: of several in one, the error of a statement
/// that follows one which returns rows is swallowed.
/// </summary>
internal static class SqliteDialect
{
    /// <summary>Opens the file, checks that it is sound, and sets the connection.</summary>
    /// <param name="busySeconds">How long a statement waits for another process before it fails.</param>
    public static async Task<SqliteConnection> OpenAsync(string path, int busySeconds, CancellationToken token)
    {
        SqliteFile.MakePrivate(path);
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = busySeconds,
            // A pool would keep the file open after the ledger is closed.
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            await connection.OpenAsync(token);
            await CheckAsync(connection, path, busySeconds);
            await SetAsync(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>After a purge: what was removed leaves the log file too.</summary>
    public static Task CheckpointAsync(SqliteConnection connection) =>
        connection.QueryAsync("pragma wal_checkpoint(truncate)");

    private static async Task CheckAsync(SqliteConnection connection, string path, int busySeconds)
    {
        await connection.ExecuteScalarAsync<string>($"pragma busy_timeout = {busySeconds * 1000}");
        var findings = await connection.ExecuteScalarAsync<string>("pragma quick_check(1)");
        if (findings != "ok")
        {
            throw new LedgerUnavailableException(SqliteTrouble.Damaged(path, findings ?? "no answer"));
        }
    }

    private static async Task SetAsync(SqliteConnection connection)
    {
        // Readers (other commands) do not block the worker, nor it them. Where the disk cannot do it, the answer names another mode, as durable.
        await connection.ExecuteScalarAsync<string>("pragma journal_mode = wal");

        // In WAL the default, NORMAL, may lose the last transactions at a power cut: a sending mark lost is a reply sent twice.
        await connection.ExecuteAsync("pragma synchronous = full");

        // Removed bytes and subjects are overwritten, not only unlinked (promise 10).
        await connection.ExecuteScalarAsync<long>("pragma secure_delete = on");
    }
}
