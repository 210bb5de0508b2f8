namespace BoundaryWorker.Core.Deciding;

/// <summary>Whose Authentication-Results are believed (replies.md A12).</summary>
/// <param name="Kind">How.</param>
/// <param name="AuthservId">The authserv-id, or <c>*.host.example</c> for all below it, where <paramref name="Kind"/> is <see cref="TrustKind.AuthservId"/>.</param>
public sealed record TrustPolicy(TrustKind Kind, string? AuthservId = null)
{
    /// <summary>Nothing is believed.</summary>
    public static TrustPolicy None { get; } = new(TrustKind.None);

    /// <summary>The topmost field without an authserv-id is believed (Exchange Online).</summary>
    public static TrustPolicy TopmostWithoutId { get; } = new(TrustKind.TopmostWithoutId);

    /// <summary>The topmost field of that authserv-id is believed.</summary>
    public static TrustPolicy Of(string authservId) => new(TrustKind.AuthservId, authservId);

    /// <summary>For <c>explain --suppose client</c>: every message passes unless one of its own fields says dmarc=fail.</summary>
    public static TrustPolicy Supposed { get; } = new(TrustKind.Supposed);
}

/// <summary>How Authentication-Results are trusted.</summary>
public enum TrustKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By authserv-id.</summary>
    AuthservId,

    /// <summary>The topmost one without id.</summary>
    TopmostWithoutId,

    /// <summary>Supposed to be fine.</summary>
    Supposed,
}
