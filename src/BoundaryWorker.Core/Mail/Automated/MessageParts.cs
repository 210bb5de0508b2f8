namespace BoundaryWorker.Core.Mail;

/// <summary>Questions to the MIME tree.</summary>
public static class MessageParts
{
    /// <summary>
    /// The parts that are the message's own: an attached message counts as one part, what lies in it does not. So a forwarded bounce or
    /// invitation is not taken for the message itself (replies.md B3).
    /// </summary>
    public static IEnumerable<MessagePart> OwnParts(this IncomingMessage message)
    {
        var attachedAt = int.MaxValue;
        foreach (var part in message.Parts)
        {
            if (part.Depth > attachedAt)
            {
                continue;
            }

            attachedAt = part.MediaType is "message/rfc822" or "message/global" or "message/news" or "text/rfc822-headers" ? part.Depth : int.MaxValue;
            yield return part;
        }
    }
}
