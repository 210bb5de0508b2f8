using System.Diagnostics;
using System.Text.RegularExpressions;
using BoundaryWorker.AdapterTests.Imap;

namespace BoundaryWorker.Benchmarks;

/// <summary>The wire between a client and the server, with a watch: from the first EXISTS of a message to the tagged OK of the move.</summary>
internal sealed partial class MoveWire : IDisposable
{
    private readonly Lock guard = new();
    private readonly ImapRelay relay;
    private readonly HashSet<string> idling = [];
    private TaskCompletionSource<TimeSpan>? awaited;
    private TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long exists;
    private string move = "";

    public MoveWire(DovecotServer server) => relay = new ImapRelay(server.ImapPort, Heard) { Spoken = Spoken };

    public int Port => relay.Port;

    /// <summary>The time of the next message, to be asked for before it is delivered.</summary>
    public Task<TimeSpan> NextMoveAsync()
    {
        lock (guard)
        {
            (awaited, exists, move) = (new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously), 0, "");
            return awaited.Task;
        }
    }

    /// <summary>Ends when a connection idles.</summary>
    public Task IdlesAsync()
    {
        lock (guard)
        {
            return idling.Count > 0 ? Task.CompletedTask : idle.Task;
        }
    }

    public void Dispose() => relay.Dispose();

    private void Spoken(string text)
    {
        lock (guard)
        {
            if (IdleCommand().Match(text) is { Success: true } command)
            {
                idling.Add(command.Groups[1].Value);
                idle.TrySetResult();
            }

            if (text.Contains("DONE\r\n", StringComparison.Ordinal))
            {
                idling.Clear();
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            move = MoveCommand().Match(text) is { Success: true } begun ? begun.Groups[1].Value : move;
        }
    }

    private void Heard(string text)
    {
        var at = Stopwatch.GetTimestamp();
        lock (guard)
        {
            exists = exists == 0 && Exists().IsMatch(text) ? at : exists;
            if (awaited is not null && exists > 0 && move.Length > 0 && text.Contains($"{move} OK", StringComparison.Ordinal))
            {
                awaited.TrySetResult(Stopwatch.GetElapsedTime(exists, at));
            }
        }
    }

    [GeneratedRegex(@"^(\S+) UID MOVE ", RegexOptions.Multiline)]
    private static partial Regex MoveCommand();

    [GeneratedRegex(@"^(\S+) IDLE\r?$", RegexOptions.Multiline)]
    private static partial Regex IdleCommand();

    [GeneratedRegex(@"^\* \d+ EXISTS\r?$", RegexOptions.Multiline)]
    private static partial Regex Exists();
}
