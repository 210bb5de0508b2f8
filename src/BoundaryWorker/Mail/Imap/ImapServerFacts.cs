using BoundaryWorker.Mail.Inspecting;

namespace BoundaryWorker.Mail.Imap;

/// <summary>What <c>doctor</c> finds at an IMAP server once it is signed in.</summary>
public sealed record ImapServerFacts
{
    /// <summary>The connection's encryption.</summary>
    public required TlsFacts Tls { get; init; }

    /// <summary>MOVE (RFC 6851).</summary>
    public bool Move { get; init; }

    /// <summary>UIDPLUS (RFC 4315): one message alone can be removed.</summary>
    public bool UidPlus { get; init; }

    /// <summary>IDLE (RFC 2177).</summary>
    public bool Idle { get; init; }

    /// <summary>CONDSTORE or QRESYNC (RFC 7162).</summary>
    public bool CondStore { get; init; }

    /// <summary>SPECIAL-USE (RFC 6154) or XLIST.</summary>
    public bool SpecialUse { get; init; }

    /// <summary>NAMESPACE (RFC 2342).</summary>
    public bool Namespace { get; init; }

    /// <summary>X-GM-EXT-1: Gmail.</summary>
    public bool Gmail { get; init; }

    /// <summary>PREVIEW (RFC 8970).</summary>
    public bool Preview { get; init; }

    /// <summary>Kilobytes used and allowed (RFC 9208); null where the server does not tell, or sets no limit.</summary>
    public (long Used, long Limit)? Quota { get; init; }

    /// <summary>The watched folders in the order of the settings.</summary>
    public required IReadOnlyList<FolderFacts> Watched { get; init; }

    /// <summary>Held; null where messages are held by a mark, or cannot be held.</summary>
    public FolderFacts? Held { get; init; }

    /// <summary>Held was not there and was made now.</summary>
    public bool HeldIsNew { get; init; }

    /// <summary>Her mail program shows Held.</summary>
    public bool HeldIsSubscribed { get; init; }

    /// <summary>Why Held could not be made, in the server's words.</summary>
    public string? HeldProblem { get; init; }

    /// <summary>The folders of sent mail.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>The folders of junk.</summary>
    public IReadOnlyList<string> Junk { get; init; } = [];
}
