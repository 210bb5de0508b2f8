using BoundaryWorker.Store.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store;

/// <summary>One transaction at work: plain SQL with named parameters, one statement a call.</summary>
internal sealed class Session(SqliteConnection connection, SqliteTransaction transaction, PreparedStatements prepared, CancellationToken token)
{
    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? values = null) => PreparedStatements.Fit(sql, values)
        ? prepared.With(sql, values, transaction).ExecuteNonQueryAsync(token)
        : connection.ExecuteAsync(Command(sql, values));

    /// <summary>The first value of the first row, or default.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, object? values = null) => PreparedStatements.Fit(sql, values)
        ? await prepared.With(sql, values, transaction).ExecuteScalarAsync(token) is { } value and not DBNull ? (T)value : default
        : await connection.ExecuteScalarAsync<T>(Command(sql, values));

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null) =>
        (await connection.QueryAsync<T>(Command(sql, values))).AsList();

    /// <summary>The first row, or null.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? values = null)
        where T : class => connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: token);
}
