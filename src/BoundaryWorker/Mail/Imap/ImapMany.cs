using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Many messages, folder by folder, since a command speaks of one.</summary>
internal static class ImapMany
{
    /// <summary>Does it for those of each folder and gives the results in the order of the messages.</summary>
    public static async Task<IReadOnlyList<T>> ByFolderAsync<T>(IReadOnlyList<StoredMessage> messages, Func<string, IReadOnlyList<StoredMessage>, Task<IReadOnlyList<T>>> act)
    {
        var results = new T[messages.Count];
        foreach (var folder in Enumerable.Range(0, messages.Count).GroupBy(n => messages[n].Ref.Folder))
        {
            var numbers = folder.ToList();
            var done = await act(folder.Key, numbers.ConvertAll(n => messages[n]));
            numbers.Zip(done).ToList().ForEach(d => results[d.First] = d.Second);
        }

        return results;
    }

    /// <summary>The same result for each.</summary>
    public static IReadOnlyList<MoveResult> All(IReadOnlyList<StoredMessage> messages, MoveResult result) => [.. messages.Select(_ => result)];
}
