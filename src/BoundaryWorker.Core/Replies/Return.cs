using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>When she is back for this reader, and what of her leave may be said.</summary>
/// <param name="At">The next opening that applies to the reader; null where none is in sight.</param>
/// <param name="Reason">The public reason of her leave, or null.</param>
/// <param name="Now">The leave is on; else it only lies before her return.</param>
internal sealed record Return(Instant? At, string? Reason, bool Now)
{
    /// <summary>
    /// Reads it from the closed window of the decision, and not from the release time: <c>max_hold</c> may bring a message back before she is.
    /// </summary>
    public static Return Of(ReplyRequest request, string language)
    {
        var windows = request.Situation.Windows.For(request.Client);
        var at = request.Decision.ClosedWindow is { HasEnd: true } closed ? closed.End
            : request.Decision.ClosedWindow is { HasEnd: false } ? null
            : windows.NextOpening(request.Now);
        var leave = windows
            .Spans(request.Now, at ?? request.Now + Duration.FromDays(1))
            .FirstOrDefault(s => s is { Cause: SpanCause.Leave, Closure.Reason: not null });
        var reason = leave?.Closure?.Reason;
        return new(
            at,
            reason?.ByLanguage[ReplyLanguage.InWhich(reason, language, request.Code.Owner)].Trim(),
            leave?.Contains(request.Now) == true);
    }
}
