using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Something the owner is told once, by mail and by the webhook where she set one: in her hours, or at once if she named its kind (promises 4 and 11).</summary>
/// <param name="Topic">Unique for what it is about; she is told again only after <see cref="INotices.OverAsync"/>.</param>
/// <param name="Kind">Which text.</param>
/// <param name="Subject">The mailbox, file or message it is about.</param>
/// <param name="Detail">In the owner's words: what happened.</param>
public sealed record Notice(string Topic, NoticeKind Kind, string Subject, string Detail = "")
{
    /// <summary>The machine's clock and the mail server's disagree.</summary>
    public static Notice ClockSkew(string mailbox) => new($"clock:{mailbox}", NoticeKind.ClockSkew, mailbox);

    /// <summary>More than twenty old messages came at once: an import. It is over at once, so each has a topic of its own.</summary>
    public static Notice OldMailFlood(string mailbox, int count, Instant at) =>
        new($"flood:{mailbox}:{at.ToUnixTimeSeconds()}", NoticeKind.OldMailFlood, mailbox, $"{count}");

    /// <summary>A message cannot be judged.</summary>
    public static Notice Unreadable(string mailbox, MessageKey key) => new($"unreadable:{key.Value}", NoticeKind.UnreadableMessage, mailbox, key.Label);

    /// <summary>Her files have an error; mail is only released.</summary>
    public static Notice BrokenFiles(string findings) => new("files", NoticeKind.BrokenFiles, "", findings);

    /// <summary>The mailbox cannot be reached.</summary>
    public static Notice MailboxUnavailable(string mailbox, string why) => new($"mailbox:{mailbox}", NoticeKind.MailboxUnavailable, mailbox, why);

    /// <summary>Something that nobody foresaw stopped the round of this mailbox.</summary>
    public static Notice MailboxFailed(string mailbox) => new($"failed:{mailbox}", NoticeKind.MailboxFailed, mailbox);

    /// <summary>Messages cannot be moved in this mailbox.</summary>
    public static Notice CannotHold(string mailbox, string why) => new($"cannot-hold:{mailbox}", NoticeKind.CannotHold, mailbox, why);

    /// <summary>The circuit breaker opened.</summary>
    public static Notice BreakerOpen(int perHour) => new("breaker", NoticeKind.BreakerOpen, "", $"{perHour}");

    /// <summary>Another installation answers from this mailbox (E4).</summary>
    public static Notice ForeignWorker(string mailbox, string installation) => new($"foreign:{mailbox}:{installation}", NoticeKind.ForeignWorker, mailbox, installation);

    /// <summary>The holiday data ends soon.</summary>
    public static Notice HolidaysEnd(string region, string lastDay) => new($"holidays:{region}:{lastDay}", NoticeKind.HolidaysEnd, region, lastDay);

    /// <summary>Mail does not go out of this mailbox.</summary>
    public static Notice SendingFails(string mailbox, string why) => new($"sending:{mailbox}", NoticeKind.SendingFails, mailbox, why);

    /// <summary>Copies of replies cannot be filed in Sent (E5).</summary>
    public static Notice CannotFileSent(string mailbox, string why) => new($"sent-copies:{mailbox}", NoticeKind.CannotFileSent, mailbox, why);

    /// <summary>A client used the urgent way out of hours (row 8).</summary>
    /// <param name="mailbox">Where it came.</param>
    /// <param name="clientId">The first part of the topic: what is kept of a client is found by it.</param>
    /// <param name="clientName">For the mail to her alone.</param>
    /// <param name="message">Its Message-ID, else its key: one message in two mailboxes is told once (D11).</param>
    public static Notice UrgentMail(string mailbox, string clientId, string clientName, string message) =>
        new($"{UrgentTopic(clientId)}{message}", NoticeKind.UrgentMail, mailbox, clientName);

    /// <summary>How the topics of a client's urgent messages begin.</summary>
    public static string UrgentTopic(string clientId) => $"urgent:{clientId}:";

    /// <summary>The digest could not be written.</summary>
    public static Notice DigestFailed(string why) => new("digest", NoticeKind.DigestFailed, "", why);
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Clocks disagree.</summary>
    ClockSkew,

    /// <summary>Much old mail at once.</summary>
    OldMailFlood,

    /// <summary>A message that cannot be judged.</summary>
    UnreadableMessage,

    /// <summary>Her files have an error.</summary>
    BrokenFiles,

    /// <summary>A mailbox cannot be reached.</summary>
    MailboxUnavailable,

    /// <summary>Something unforeseen stopped the round of a mailbox.</summary>
    MailboxFailed,

    /// <summary>Messages cannot be moved.</summary>
    CannotHold,

    /// <summary>Replies are paused.</summary>
    BreakerOpen,

    /// <summary>Another installation answers.</summary>
    ForeignWorker,

    /// <summary>The holiday data ends soon.</summary>
    HolidaysEnd,

    /// <summary>The digest could not be written.</summary>
    DigestFailed,

    /// <summary>Mail does not go out.</summary>
    SendingFails,

    /// <summary>Copies of replies cannot be filed.</summary>
    CannotFileSent,

    /// <summary>A client used the urgent way; told only where she chose to be told.</summary>
    UrgentMail,
}

/// <summary>Takes notices; sends each topic once, while she works or, for the kinds she named, at once.</summary>
public interface INotices
{
    /// <summary>She is to be told.</summary>
    Task TellAsync(Notice notice, CancellationToken token);

    /// <summary>It is over: next time is a first time.</summary>
    Task OverAsync(Notice notice, CancellationToken token);
}
