using System.Collections.Concurrent;
using System.Reflection;
using BoundaryWorker.Store.Rows;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store.Sqlite;

/// <summary>
/// Statements that one connection keeps compiled: compiling costs more than most of them take, and a message asks some twenty. For one caller at a time.
/// </summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();
    private readonly Dictionary<string, SqliteCommand> commands = [];

    /// <summary>
    /// Whether the values can be given to a compiled statement. A list that stands as <c>in @Name</c> cannot: it makes a statement of its own for each length;
    /// as <c>json_each(@Name)</c> it can.
    /// </summary>
    public static bool Fit(string sql, object? values) =>
        values is null || !MembersOf(values).Any(m => IsList(m.PropertyType) && sql.Contains($" in @{m.Name}", StringComparison.Ordinal));

    /// <summary>The statement, made ready with its values: the members of <paramref name="values"/>, lists as JSON.</summary>
    public SqliteCommand With(string sql, object? values, SqliteTransaction transaction)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands.Add(sql, command);
        }

        command.Transaction = transaction;
        foreach (var member in values is null ? [] : MembersOf(values))
        {
            Set(command, $"@{member.Name}", member.GetValue(values) switch
            {
                null => DBNull.Value,
                IReadOnlyList<string> list => LedgerJson.Write(list),
                var value => value,
            });
        }

        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }

    private static PropertyInfo[] MembersOf(object values) => Members.GetOrAdd(values.GetType(), type => type.GetProperties());

    private static bool IsList(Type type) => type != typeof(string) && type != typeof(byte[]) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static void Set(SqliteCommand command, string name, object value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at >= 0)
        {
            command.Parameters[at].Value = value;
        }
        else
        {
            command.Parameters.AddWithValue(name, value);
        }
    }
}
