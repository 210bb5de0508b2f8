using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// What the TZIDs of one calendar object mean (replies.md F2): an IANA or Windows name first, with or without a program's prefix, then the
/// object's own VTIMEZONE. A name that says nothing refuses the object: a guessed time would decline the wrong meeting.
/// </summary>
/// <param name="lines">The object.</param>
/// <param name="floating">The zone of floating times and dates.</param>
internal sealed partial class CalendarZones(CalendarLines lines, DateTimeZone floating)
{
    private readonly Dictionary<string, DateTimeZone> known = new(StringComparer.Ordinal);

    public DateTimeZone Of(string? tzid)
    {
        if (tzid is null)
        {
            return floating;
        }

        return known.TryGetValue(tzid, out var zone)
            ? zone
            : known[tzid] = Named(tzid) ?? ObservedZone.Of(tzid, lines.Observances(tzid)) ?? throw new CalendarRefusedException($"unknown time zone {tzid[..Math.Min(tzid.Length, 60)]}");
    }

    /// <summary>Skipped times shift forward, of ambiguous ones the earlier counts (design.md section 4).</summary>
    public Instant Instant(CalendarTime time) => time.Local.InZoneLeniently(Of(time.TzId)).ToInstant();

    /// <summary>A rule whose UNTIL is made a local time of that zone, since the series is expanded in local time.</summary>
    public string Local(string rule, string? tzid) => UntilUtc().Replace(
        rule,
        m => CalendarTime.Parse(m.Groups[1].Value, null) is { } until
            ? "UNTIL=" + NodaTime.Instant.FromDateTimeUtc(DateTime.SpecifyKind(until.Local.ToDateTimeUnspecified(), DateTimeKind.Utc))
                .InZone(Of(tzid)).LocalDateTime.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture)
            : m.Value);

    private static DateTimeZone? Named(string tzid)
    {
        var tzdb = DateTimeZoneProviders.Tzdb;
        var name = tzid.Trim('"');
        if (tzdb.GetZoneOrNull(name) is { } iana)
        {
            return iana;
        }

        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var mapped))
        {
            return tzdb.GetZoneOrNull(mapped);
        }

        // "/freeassociation.sourceforge.net/Europe/Warsaw", "/mozilla.org/20050126_1/Europe/Warsaw".
        var segments = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length < 3 ? null : tzdb.GetZoneOrNull(string.Join('/', segments[^2..])) ?? tzdb.GetZoneOrNull(string.Join('/', segments[^3..]));
    }

    [GeneratedRegex(@"UNTIL=(\d{8}T\d{4,6}Z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UntilUtc();
}
