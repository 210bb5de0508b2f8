
namespace BoundaryWorker.Pipeline;

/// <summary>
/// The notices of one office: what concerns its mailboxes is told to its owner and nobody else. The same topic in two offices is two topics. What was
/// said to be over is not said again to the ledger at every round.
/// </summary>
/// <param name="inner">Who tells her.</param>
/// <param name="office">The office's id, empty for the shared Code.</param>
public sealed class OfficeNotices(INotices inner, string office) : INotices
{
    private readonly Lock _guard = new();
    private readonly HashSet<string> _over = [];

    /// <inheritdoc/>
    public Task TellAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            _over.Remove(notice.Topic);
        }

        return inner.TellAsync(Of(notice), token);
    }

    /// <inheritdoc/>
    public async Task OverAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            if (_over.Contains(notice.Topic))
            {
                return;
            }
        }

        await inner.OverAsync(Of(notice), token);
        lock (_guard)
        {
            _over.Add(notice.Topic);
        }
    }

    private Notice Of(Notice notice) => office.Length == 0 ? notice : notice with { Topic = $"{office}/{notice.Topic}" };
}
