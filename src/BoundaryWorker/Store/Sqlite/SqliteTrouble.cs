using BoundaryWorker.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace BoundaryWorker.Store.Sqlite;

/// <summary>What went wrong with the ledger's file, in the owner's words: what happened, which file, what to do.</summary>
public static class SqliteTrouble
{
    private const string NothingDone = "Nothing is done to your mail meanwhile, and it is tried again.";

    /// <summary>For an error of SQLite (https://www.sqlite.org/rescode.html, primary codes).</summary>
    public static LedgerUnavailableException For(string path, SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            5 or 6 => $"The ledger {path} is in use by another program and did not become free in time. {NothingDone} "
                + "If this stays so, look for a second BoundaryWorker or a backup program that keeps the file open.",
            8 => $"The ledger {path} cannot be written: the file or its disk is read-only. {NothingDone} Give BoundaryWorker's user the right to write it and its folder.",
            10 => $"The disk did not read or write the ledger {path} properly. {NothingDone} Check the disk, and whether a network drive is gone.",
            11 or 26 => Damaged(path, error.Message),
            13 => $"The disk with the ledger {path} is full. {NothingDone} Make room on it.",
            3 or 14 => NotOpened(path, error.Message),
            _ => $"The ledger {path} cannot be used ({error.Message}). {NothingDone} If this stays so, restart BoundaryWorker and keep this line for whoever helps you.",
        },
        error);

    /// <summary>For an error of the file system.</summary>
    public static LedgerUnavailableException For(string path, Exception error) => new(NotOpened(path, error.Message), error);

    /// <summary>The file is no sound database.</summary>
    public static string Damaged(string path, string detail) =>
        $"The ledger {path} is damaged ({detail}). Stop BoundaryWorker, give the file another name (with {Path.GetFileName(path)}-wal and -shm, if they are there) "
        + "and start it again: a new ledger is begun, and whatever lies in Held comes back at the next opening.";

    private static string NotOpened(string path, string detail) =>
        $"The ledger {path} cannot be opened ({detail}). {NothingDone} Check that its folder exists and that BoundaryWorker's user may write there.";
}
