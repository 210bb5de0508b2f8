using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>What the owner is to be told and was not yet. Which topics she was told is kept by <see cref="ILedger.TellOnceAsync"/>.</summary>
public interface INoticeLedger
{
    /// <summary>
    /// Keeps a notice until it was told; one of the same topic is replaced, but for its place and what was posted of it. One whose topic was told and is not over is
    /// not kept again.
    /// </summary>
    /// <param name="office">Whose notice it is: one office's are told to no other's owner. Topics are unique over all of them.</param>
    /// <param name="notice">What.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether it is kept.</returns>
    Task<bool> KeepNoticeAsync(string office, Notice notice, Instant at, CancellationToken token);

    /// <summary>All of an office that are kept, in the order in which they were first.</summary>
    Task<IReadOnlyList<PendingNotice>> PendingNoticesAsync(string office, CancellationToken token);

    /// <summary>The webhook has it, or never will: it is not posted again.</summary>
    Task MarkPostedAsync(string topic, Instant at, CancellationToken token);

    /// <summary>It was told in every way, or is over. Idempotent.</summary>
    Task DropNoticeAsync(string topic, CancellationToken token);
}

/// <summary>One of them.</summary>
/// <param name="Notice">What.</param>
/// <param name="At">When it was first kept.</param>
/// <param name="IsMailed">She was told by mail.</param>
/// <param name="IsPosted">The webhook has it.</param>
public sealed record PendingNotice(Notice Notice, Instant At, bool IsMailed, bool IsPosted);
