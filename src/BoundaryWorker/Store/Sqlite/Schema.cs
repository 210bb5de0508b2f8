using BoundaryWorker.Pipeline.Ports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store.Sqlite;

/// <summary>Brings the file to the schema of this program. The version is SQLite's user_version, which a transaction covers.</summary>
internal static class Schema
{
    /// <summary>Applies what is missing, each migration in one transaction. Refuses a file of a newer program.</summary>
    public static async Task BringUpAsync(SqliteConnection connection, string path, IReadOnlyList<Migration> migrations, CancellationToken token)
    {
        var newest = migrations.Max(m => m.Version);
        var found = await connection.ExecuteScalarAsync<int>("pragma user_version");
        if (found > newest)
        {
            throw new LedgerUnavailableException(
                $"The ledger {path} was written by a newer BoundaryWorker (its schema is {found}; this one knows {newest}). "
                + "Install the newer version again, or name another file in Boundary:Store:Sqlite.");
        }

        foreach (var migration in migrations)
        {
            await ApplyAsync(connection, migration, token);
        }
    }

    private static async Task ApplyAsync(SqliteConnection connection, Migration migration, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);

        // Asked again inside: another process may have been faster.
        if (await connection.ExecuteScalarAsync<int>("pragma user_version", transaction: transaction) >= migration.Version)
        {
            return;
        }

        foreach (var statement in migration.Statements())
        {
            await connection.ExecuteAsync(new CommandDefinition(statement, transaction: transaction, cancellationToken: token));
        }

        await connection.ExecuteAsync($"pragma user_version = {migration.Version}", transaction: transaction);
        await transaction.CommitAsync(token);
    }
}
