using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Time;

/// <summary>An instant as machines read it: ISO 8601 with the offset that holds there, <c>+00:00</c> too.</summary>
public static class IsoStamp
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>The stamp in that zone, to the second.</summary>
    public static string Of(Instant at, DateTimeZone zone) => Pattern.Format(at.InZone(zone).ToOffsetDateTime());
}
