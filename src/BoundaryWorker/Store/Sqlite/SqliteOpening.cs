namespace BoundaryWorker.Store.Sqlite;

/// <summary>How a ledger's file is opened. The defaults are those of the product.</summary>
public sealed record SqliteOpening
{
    /// <summary>The steps of the schema, by version.</summary>
    public IReadOnlyList<Migration> Migrations { get; init; } = Migration.Shipped;

    /// <summary>How long a statement waits for another process before it fails, in seconds, from 1 on; 5 by default.</summary>
    public int BusySeconds { get; init; } = 5;
}
