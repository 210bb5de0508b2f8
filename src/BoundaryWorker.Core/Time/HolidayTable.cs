using BoundaryWorker.Core.Code;
using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>One public holiday of one date.</summary>
/// <param name="Date">The local day off, after moving and substitution.</param>
/// <param name="Name">Its name, in the country's language and in English at least.</param>
public sealed record Holiday(LocalDate Date, LocalizedText Name)
{
    internal Closure AsClosure() => new(Date.AtMidnight(), Date.PlusDays(1).AtMidnight(), ClosureKind.Holiday, Name);
}

/// <summary>Public holidays of one country or region as yearly data (design.md section 4).</summary>
/// <param name="Region"><c>PL</c>, <c>DE</c>, <c>DE-BY</c>, <c>GB-ENG</c>, <c>US</c>.</param>
/// <param name="Days">All days, in order.</param>
/// <param name="LastDay">The last day the data speaks of; sixty days before it she is warned.</param>
public sealed record HolidayTable(string Region, IReadOnlyList<Holiday> Days, LocalDate LastDay)
{
    /// <summary>How long before the end of the data she is warned.</summary>
    public static readonly Period WarnBefore = Period.FromDays(60);

    /// <summary>No holidays are kept.</summary>
    public static HolidayTable None { get; } = new("", [], LocalDate.MaxIsoValue);

    /// <summary>Whether the data ends within sixty days, or has ended: from then on holidays are missing and she must be told.</summary>
    /// <param name="today">The day in her zone.</param>
    public bool DataEndsSoon(LocalDate today) => today >= LastDay - WarnBefore;

    /// <summary>The same for the day that it is in her zone at that instant.</summary>
    public bool DataEndsSoon(Instant now, DateTimeZone zone) => DataEndsSoon(now.InZone(zone).Date);
}
