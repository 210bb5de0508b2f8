using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Health;

/// <summary>Whether the process and its store answer.</summary>
internal sealed class Liveness(ILedger ledger, BoundarySettings settings, IClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks the store the shortest question.</summary>
    public async Task<LiveAnswer> AskAsync(CancellationToken token)
    {
        var store = StoreMark(settings.Store.Sqlite);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            await ledger.LeaseHolderAsync(clock.GetCurrentInstant(), patience.Token);
            return new LiveAnswer("live", [], store);
        }
        catch (LedgerUnavailableException)
        {
            return new LiveAnswer("not live", ["The store with the records cannot be used; the log says why."], store);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new LiveAnswer("not live", ["The store with the records did not answer within five seconds."], store);
        }
    }

    /// <summary>By which a worker is told from another on the same machine; says nothing of the path.</summary>
    public static string StoreMark(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..16];
}

/// <summary>The body of <c>/health/live</c>.</summary>
/// <param name="Status"><c>live</c> or <c>not live</c>.</param>
/// <param name="Problems">Why it is not.</param>
/// <param name="Store">Whose worker it is: <see cref="Liveness.StoreMark"/>.</param>
internal sealed record LiveAnswer(string Status, IReadOnlyList<string> Problems, string Store);
