using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>A stretch of time that is open, or closed, for one reason: half-open.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Open">Whether she works in it.</param>
/// <param name="Cause">Why it is open or closed.</param>
/// <param name="Closure">The closure, where the cause is one (for a holiday its <see cref="Closure.Reason"/> is the name); else null.</param>
public sealed record Span(Instant From, Instant To, bool Open, SpanCause Cause, Closure? Closure)
{
    /// <summary>Whether that instant lies in it.</summary>
    public bool Contains(Instant at) => From <= at && at < To;

    /// <summary>A row of spans that follow one another, with neighbours of one cause made one.</summary>
    internal static IReadOnlyList<Span> Merged(IEnumerable<Span> row)
    {
        var merged = new List<Span>();
        foreach (var span in row)
        {
            if (merged.Count > 0 && merged[^1].SameCauseAs(span))
            {
                merged[^1] = merged[^1] with { To = span.To };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private bool SameCauseAs(Span other) => Cause == other.Cause && Closure == other.Closure;
}

/// <summary>Why a span is open or closed.</summary>
public enum SpanCause
{
    /// <summary>Open: her weekly hours.</summary>
    WeeklyHours,

    /// <summary>Open: dated extra hours (<c>hours.open</c>), which beat every closure.</summary>
    DatedHours,

    /// <summary>Open for one client: their <c>extra_hours</c>.</summary>
    ClientHours,

    /// <summary>Closed: no hours are declared.</summary>
    OutsideHours,

    /// <summary>Closed: her leave.</summary>
    Leave,

    /// <summary>Closed: a public holiday.</summary>
    Holiday,

    /// <summary>Closed: an out-of-office event in her calendar.</summary>
    OutOfOffice,
}
