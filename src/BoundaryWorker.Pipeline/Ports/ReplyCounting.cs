using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>
/// Which replies count for what: the same for every ledger. A key that was recorded stays taken in its window whatever became of the reply,
/// dropped ones too, so that the decision agrees with the record step and nobody is answered twice (promise 2: prefer none to two).
/// </summary>
public static class ReplyCounting
{
    /// <summary>How many replies one client gets in one closed window, or in one week of a window over seven days (row 5).</summary>
    public const int SlotsPerWindow = 3;

    /// <summary>A reply to a message that was decided later than this after its arrival belongs to an outage's backlog, which does not open the breaker (E6).</summary>
    public static Duration BacklogAfter { get; } = Duration.FromMinutes(5);

    /// <summary>How much longer than everything else a reply's key and her own sendings are kept by a purge: the longest limit that looks back at them (C10, rows 2-5).</summary>
    public static Duration KeysKept { get; } = Duration.FromDays(7);

    /// <summary>How long a bounce counts, and is kept (A17).</summary>
    public static Duration BouncesCount { get; } = Duration.FromDays(60);

    /// <summary>
    /// How long an automatic answer of another program, seen in Sent, says that the host answers (A18): a responder answers a person once in seven
    /// days by default (RFC 5230 4.1), so one that is still on shows itself again by then.
    /// </summary>
    public static Duration HostAnswersCount { get; } = Duration.FromDays(7);

    /// <summary>Why a reply was dropped whose message could not be held.</summary>
    public const string HoldFailed = "the message could not be held";

    /// <summary>Why a reply was dropped whose message she took first (D7, A19).</summary>
    public const string SheWasFaster = "you were faster";

    /// <summary>The marker's key of a message of ours by its Message-ID (C7): what stands before the @.</summary>
    public static string MarkerKey(string messageId) => messageId.Split('@')[0];

    /// <summary>Whether a key takes one of the client's three: those of a closed window do, those of open hours and of events do not.</summary>
    public static bool TakesSlot(ReplyKey key) =>
        key.ClientId is not null && key.Scope.StartsWith("window:", StringComparison.Ordinal);

    /// <summary>Whether a key is one of open hours (row 2).</summary>
    public static bool IsOpenHours(ReplyKey key) => key.Scope.StartsWith("open:", StringComparison.Ordinal);

    /// <summary>For the caps of A16, which limit how much the worker sends: all but dropped ones; a refused one was an attempt.</summary>
    public static bool CountsForCaps(ReplyState state) => state is not ReplyState.Dropped;

    /// <summary>For the tone of C10, which follows what the client has read: neither dropped nor refused ones; one of unknown outcome counts.</summary>
    public static bool CountsForTone(ReplyState state) => state is not (ReplyState.Dropped or ReplyState.Refused);

    /// <summary>Nothing more happens with it: its bytes are gone. Only <see cref="ReplyState.Unknown"/> may still turn into <see cref="ReplyState.Sent"/>, when it is found in Sent.</summary>
    public static bool IsSettled(ReplyState state) =>
        state is ReplyState.Sent or ReplyState.Unknown or ReplyState.Refused or ReplyState.Dropped;

    /// <summary>Whether a step of a reply is taken. A settled reply takes none: a late or repeated confirmation never makes it sendable again.</summary>
    public static bool MayBecome(ReplyState from, ReplyState to) =>
        !IsSettled(from) || (from is ReplyState.Unknown && to is ReplyState.Sent);

    /// <summary>The part of a closed window in which the three of a client are counted: the whole, or the week around <paramref name="now"/> of one over seven days.</summary>
    public static Interval WeekOf(Interval window, Instant now)
    {
        var week = Duration.FromDays(7);
        if (!window.HasStart || (window.HasEnd && window.Duration <= week) || now < window.Start)
        {
            return window;
        }

        var start = window.Start + week * Math.Floor((now - window.Start) / week);
        return new Interval(start, window.HasEnd ? Instant.Min(start + week, window.End) : start + week);
    }
}
