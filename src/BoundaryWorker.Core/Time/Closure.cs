using BoundaryWorker.Core.Code;
using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>What takes time out of the weekly hours (design.md section 2): local, half-open.</summary>
/// <param name="From">First local time that is closed; midnight for a whole day.</param>
/// <param name="To">First local time that is no longer closed; the next midnight for a whole day.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Reason">The public reason, which alone may reach a client (replies.md C9); null where she gave none.</param>
public sealed record Closure(LocalDateTime From, LocalDateTime To, ClosureKind Kind, LocalizedText? Reason);

/// <summary>Where a closure comes from.</summary>
public enum ClosureKind
{
    /// <summary>Her leave, from the Code.</summary>
    Leave,

    /// <summary>A public holiday, from the yearly data.</summary>
    Holiday,

    /// <summary>An out-of-office event in her calendar.</summary>
    OutOfOffice,
}

/// <summary>Extra hours of one date: they are added to the weekly hours of that day and beat every closure (design.md section 4).</summary>
/// <param name="Date">The local day on which they begin.</param>
/// <param name="Hours">The ranges.</param>
public sealed record DatedHours(LocalDate Date, IReadOnlyList<LocalHours> Hours);
