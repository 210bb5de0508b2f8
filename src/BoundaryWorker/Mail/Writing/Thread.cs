namespace BoundaryWorker.Mail.Writing;

/// <summary>References of a reply (replies.md C6).</summary>
internal static class Thread
{
    /// <summary>So many ids are kept: the first, by which programs find the thread, and the newest.</summary>
    public const int MaxIds = 20;

    /// <summary>The ids that can stand in a field, oldest first, cut in the middle where there are too many (as RFC 5537 3.4.4 does).</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> references)
    {
        var ids = references.Where(HeaderText.IsId).ToList();
        return ids.Count <= MaxIds ? ids : [ids[0], .. ids.TakeLast(MaxIds - 1)];
    }
}
