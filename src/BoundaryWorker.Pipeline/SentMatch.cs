using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Whether a message in Sent is one of ours (replies.md E2). Hosts rewrite the Message-ID of what they send; some keep the first one in a field of their own, and none
/// touches our marker. Always judged by fetched headers, since a SEARCH without hits proves nothing.
/// </summary>
public static class SentMatch
{
    /// <summary>By its Message-ID, the one it had at first, or the key in our marker.</summary>
    /// <param name="sent">What lies in Sent.</param>
    /// <param name="messageId">That of ours, without brackets.</param>
    public static bool Is(SentMessage sent, string messageId) =>
        sent.MessageId == messageId
        || sent.OriginalMessageId == messageId
        || MarkerFields.TryParse(sent.Marker)?.Key == ReplyCounting.MarkerKey(messageId);
}
