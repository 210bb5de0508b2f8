namespace BoundaryWorker.Pipeline;

/// <summary>The named places of the path between which a crash may fall. Each is announced just after it was passed, once for a batch, so that a test can end the process there.</summary>
public static class Step
{
    /// <summary>The decisions and the replies' bytes are in the ledger.</summary>
    public const string Recorded = "recorded";

    /// <summary>The messages were moved to Held; the ledger does not know it yet.</summary>
    public const string Moved = "moved";

    /// <summary>The ledger knows that they are held.</summary>
    public const string HoldConfirmed = "hold-confirmed";

    /// <summary>The sending mark is set.</summary>
    public const string SendingMarked = "sending-marked";

    /// <summary>The other side answered; the ledger does not know it yet.</summary>
    public const string Sent = "sent";

    /// <summary>The ledger knows how the sending ended.</summary>
    public const string SendConfirmed = "send-confirmed";

    /// <summary>A copy of a reply is about to be filed in Sent.</summary>
    public const string SentCopyMarked = "sent-copy-marked";

    /// <summary>The copy was filed; the ledger does not know it yet.</summary>
    public const string SentCopyFiled = "sent-copy-filed";

    /// <summary>The ledger knows that it was filed, and has let the bytes go.</summary>
    public const string SentCopyConfirmed = "sent-copy-confirmed";

    /// <summary>The copy was seen to: nothing of it is left to be done.</summary>
    public const string SentCopySeenTo = "sent-copy-seen-to";

    /// <summary>The releases are marked.</summary>
    public const string ReleaseMarked = "release-marked";

    /// <summary>The messages were moved back; the ledger does not know it yet.</summary>
    public const string MovedBack = "moved-back";

    /// <summary>The ledger knows that they are back.</summary>
    public const string ReleaseConfirmed = "release-confirmed";

    /// <summary>The digest of the day is claimed with its bytes.</summary>
    public const string DigestClaimed = "digest-claimed";

    /// <summary>The sending mark of the digest is set.</summary>
    public const string DigestMarked = "digest-marked";

    /// <summary>The digest was handed over; the ledger does not know it yet.</summary>
    public const string DigestSent = "digest-sent";

    /// <summary>A look is complete and its cursor is in the ledger.</summary>
    public const string LookNoted = "look-noted";

    /// <summary>All of them, in the order of the path.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Recorded, Moved, HoldConfirmed, SendingMarked, Sent, SendConfirmed, SentCopyMarked, SentCopyFiled, SentCopyConfirmed, SentCopySeenTo,
        ReleaseMarked, MovedBack, ReleaseConfirmed,
        DigestClaimed, DigestMarked, DigestSent, LookNoted,
    ];
}

/// <summary>Hears of each <see cref="Step"/>.</summary>
public interface ISteps
{
    /// <summary>The step was passed.</summary>
    void Reached(string step);
}

/// <summary>Nobody listens.</summary>
public sealed class NoSteps : ISteps
{
    /// <inheritdoc/>
    public void Reached(string step)
    {
    }
}
