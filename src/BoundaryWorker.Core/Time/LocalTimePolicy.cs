using NodaTime;
using NodaTime.TimeZones;

namespace BoundaryWorker.Core.Time;

/// <summary>
/// What a wall-clock time means on the two odd days of a zone (design.md section 4): a skipped time shifts forward by the length of
/// the gap; an ambiguous one opens at its earlier and closes at its later occurrence.
/// </summary>
internal static class LocalTimePolicy
{
    private static readonly ZoneLocalMappingResolver Opening =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static readonly ZoneLocalMappingResolver Closing =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>The instant at which something that begins at that local time begins.</summary>
    public static Instant Begins(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Opening).ToInstant();

    /// <summary>The instant at which something that ends at that local time ends.</summary>
    public static Instant Ends(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Closing).ToInstant();

    /// <summary>
    /// The first instant of that day: the earlier of two midnights, the end of the gap where midnight is skipped. A day that does not
    /// exist at all (Pacific/Apia, 30 December 2011) begins where the next one does, and so has no length.
    /// </summary>
    public static Instant StartOfDay(LocalDate day, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(day.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }

    /// <summary>
    /// A bound of a closure. Dates in files are whole days, so midnight is the edge of a day and not a clock time that may come twice:
    /// leave that ends with a day leaves the next one whole.
    /// </summary>
    public static Instant ClosureBound(LocalDateTime local, DateTimeZone zone, bool isEnd)
    {
        if (local.TimeOfDay == LocalTime.Midnight)
        {
            return StartOfDay(local.Date, zone);
        }

        return isEnd ? Ends(local, zone) : Begins(local, zone);
    }
}
