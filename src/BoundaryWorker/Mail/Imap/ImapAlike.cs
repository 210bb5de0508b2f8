using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Messages to be known by their identity, in the order of arrival. Each is given once: twins alike in everything are two messages.</summary>
internal sealed class ImapAlike(IEnumerable<StoredMessage> messages)
{
    private readonly Dictionary<MessageIdentity, LinkedList<StoredMessage>> left =
        messages.GroupBy(m => m.Identity).ToDictionary(g => g.Key, g => new LinkedList<StoredMessage>(g));

    /// <summary>One of that identity, or null where there is none, or none any more.</summary>
    public StoredMessage? Take(MessageIdentity identity) => Take(identity, alike => alike.First!);

    /// <summary>The same, from the end: what came last.</summary>
    public StoredMessage? TakeNewest(MessageIdentity identity) => Take(identity, alike => alike.Last!);

    private StoredMessage? Take(MessageIdentity identity, Func<LinkedList<StoredMessage>, LinkedListNode<StoredMessage>> which)
    {
        if (!left.TryGetValue(identity, out var alike) || alike.Count == 0)
        {
            return null;
        }

        var one = which(alike);
        alike.Remove(one);
        return one.Value;
    }
}
