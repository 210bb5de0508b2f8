using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>The <c>hours</c> part of the Code.</summary>
public sealed record HoursOfWork
{
    /// <summary>Her weekly hours.</summary>
    public required WeeklyHours Weekly { get; init; }

    /// <summary>A country or a country and region of the holiday data (<c>PL</c>, <c>DE-BY</c>, <c>GB-ENG</c>, <c>US</c>), or null.</summary>
    public string? Holidays { get; init; }

    /// <summary>Leave.</summary>
    public IReadOnlyList<Closure> Closed { get; init; } = [];

    /// <summary>Dated extra hours; they beat every closure.</summary>
    public IReadOnlyList<DatedHours> Open { get; init; } = [];

    /// <summary>A closed window shorter than this is passed over: no hold, no reply (design.md section 6 row 6).</summary>
    public Duration PassUnder { get; init; } = Duration.Zero;

    /// <summary>A closed window shorter than this is held but not answered.</summary>
    public Duration ReplyFrom { get; init; } = Duration.Zero;

    /// <summary>A message that arrives within this time after closing passes (row 7).</summary>
    public Duration Grace { get; init; } = Duration.Zero;
}
