using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>The three times by which old mail is known.</summary>
/// <param name="Received">The arrival by the server's time.</param>
/// <param name="TopmostReceived">The time in the topmost Received field, null where there is none.</param>
public sealed record MailAge(Instant Received, Instant? TopmostReceived);

/// <summary>Which mail is old: imports, moves, imapsync (design.md section 4, promise 7). It is left alone.</summary>
public static class OldMail
{
    /// <summary>More than so many old messages in one look are no accident: everything pauses and she is told.</summary>
    public const int AtOnce = 20;

    private static readonly Duration OlderThanArrival = Duration.FromHours(2);
    private static readonly Duration BeforeLastLook = Duration.FromMinutes(10);

    /// <summary>
    /// Whether it is old: its topmost Received is over two hours older than the arrival, or it says it arrived more than ten minutes before the
    /// last look at that folder, which would have seen it then.
    /// </summary>
    /// <param name="mail">Its times.</param>
    /// <param name="lastLook">The last complete look at that folder; null before the first, when <paramref name="mail"/> is judged by its header alone.</param>
    public static bool Is(MailAge mail, Instant? lastLook) =>
        mail.Received - mail.TopmostReceived > OlderThanArrival || lastLook - mail.Received > BeforeLastLook;

    /// <summary>Whether one look brought over twenty old messages: then nothing of it is touched.</summary>
    public static bool IsFlood(IEnumerable<MailAge> look, Instant? lastLook) => look.Count(m => Is(m, lastLook)) > AtOnce;
}
