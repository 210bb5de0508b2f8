namespace BoundaryWorker.Core.Mail;

/// <summary>The system flags of a stored message (RFC 3501 2.3.2; the Maildir letters S, R, F, D, T).</summary>
[Flags]
public enum MessageFlags
{
    /// <summary>None: the message is unread.</summary>
    None = 0,

    /// <summary>It was read.</summary>
    Seen = 1,

    /// <summary>It was answered.</summary>
    Answered = 2,

    /// <summary>She marked it.</summary>
    Flagged = 4,

    /// <summary>A draft.</summary>
    Draft = 8,

    /// <summary>Marked for removal.</summary>
    Deleted = 16,
}
