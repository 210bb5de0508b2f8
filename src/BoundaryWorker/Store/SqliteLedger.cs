using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store;

/// <summary>
/// The ledger in one SQLite file. The SQL is plain; what is SQLite's own lies in <c>Store/Sqlite</c>. One connection for the life of the
/// ledger, one transaction at a time in this process; other processes are waited for. The members are in the files named after them.
/// </summary>
public sealed partial class SqliteLedger : ILedger, IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly PreparedStatements prepared;
    private readonly SemaphoreSlim gate = new(1, 1);

    // The transaction that calls within InOneTransactionAsync are part of. It flows with the caller and not into others' calls, which wait at the gate.
    private readonly AsyncLocal<Session?> shared = new();

    private SqliteLedger(SqliteConnection connection, string path) => (this.connection, this.path, prepared) = (connection, path, new PreparedStatements(connection));

    /// <summary>Opens the ledger, made (private: folder 0700, files 0600) where it is missing, and brings it to the present schema.</summary>
    /// <param name="path">The file; relative to the working directory.</param>
    /// <exception cref="LedgerUnavailableException">It is damaged, newer than this program, locked, or cannot be made.</exception>
    public static Task<SqliteLedger> OpenAsync(string path, CancellationToken token) =>
        OpenAsync(path, new SqliteOpening(), token);

    /// <summary>Opens it in another way than the usual one: for tests of the step from one schema to the next, and of the file's refusals.</summary>
    public static async Task<SqliteLedger> OpenAsync(string path, SqliteOpening opening, CancellationToken token)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var connection = await SqliteDialect.OpenAsync(full, opening.BusySeconds, token);
            var ledger = new SqliteLedger(connection, full);
            try
            {
                await Schema.BringUpAsync(connection, full, opening.Migrations, token);
                return ledger;
            }
            catch
            {
                await ledger.DisposeAsync();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw SqliteTrouble.For(full, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteTrouble.For(full, error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        prepared.Dispose();
        await connection.DisposeAsync();
        gate.Dispose();
    }

    /// <summary>One transaction that writes: takes the write lock at its beginning, so that what it reads stays true until it commits.</summary>
    private Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken token) => RunAsync(work, deferred: false, token);

    /// <summary>One transaction that only reads: all of it sees one state of the ledger, and it waits for no writer.</summary>
    private Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken token) => RunAsync(work, deferred: true, token);

    /// <inheritdoc/>
    public Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken token) => WriteAsync(
        async session =>
        {
            shared.Value = session;
            try
            {
                return await work();
            }
            finally
            {
                shared.Value = null;
            }
        },
        token);

    private async Task<T> RunAsync<T>(Func<Session, Task<T>> work, bool deferred, CancellationToken token)
    {
        try
        {
            return shared.Value is { } within ? await work(within) : await AloneAsync(work, deferred, token);
        }
        catch (SqliteException error)
        {
            throw SqliteTrouble.For(path, error);
        }
    }

    private async Task<T> AloneAsync<T>(Func<Session, Task<T>> work, bool deferred, CancellationToken token)
    {
        await gate.WaitAsync(token);
        try
        {
            await using var transaction = connection.BeginTransaction(deferred);
            var result = await work(new Session(connection, transaction, prepared, token));

            // Not cancelled any more: a commit of which it is not known whether it took place helps nobody.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            gate.Release();
        }
    }
}
