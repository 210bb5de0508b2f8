using Microsoft.Data.Sqlite;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>A SQLite file without any code of the worker.</summary>
internal static class RawSqlite
{
    /// <summary>Opens it.</summary>
    public static async Task<SqliteConnection> OpenAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
