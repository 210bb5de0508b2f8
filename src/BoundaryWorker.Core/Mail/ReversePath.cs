namespace BoundaryWorker.Core.Mail;

/// <summary>The envelope sender (RFC 5321 4.4) as the Return-Path field, or a caller, states it. It serves replies.md A1 and A8 only (C1).</summary>
/// <param name="State">Whether it is there and could be read.</param>
/// <param name="Address">The address, where <paramref name="State"/> is <see cref="ReversePathState.Address"/>.</param>
public sealed record ReversePath(ReversePathState State, EmailAddress? Address = null)
{
    /// <summary>No Return-Path field and nothing said by the caller.</summary>
    public static ReversePath Absent { get; } = new(ReversePathState.Absent);

    /// <summary><c>&lt;&gt;</c>: a notification that must never be answered (RFC 3834 2).</summary>
    public static ReversePath Null { get; } = new(ReversePathState.Null);
}

/// <summary>What is known of an envelope sender.</summary>
public enum ReversePathState
{
    /// <summary>Nothing was said.</summary>
    Absent,

    /// <summary>The null path <c>&lt;&gt;</c>.</summary>
    Null,

    /// <summary>An address.</summary>
    Address,

    /// <summary>Something stood there that is no path.</summary>
    Unreadable,
}
