using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Matters;

/// <summary>The Code as far as the reading of matters looks at it.</summary>
internal static class Codes
{
    public static BoundaryCode Plain { get; } = With();

    public static BoundaryCode With(params IReadOnlyList<(Matter Matter, string[] Phrases)> cues) => new()
    {
        Version = 1,
        Owner = new Owner
        {
            Name = "Studio Example",
            Addresses = [new EmailAddress("me", "studio.example")],
            Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
            Languages = ["pl", "en"],
        },
        Hours = new HoursOfWork { Weekly = WeeklyHours.None },
        Cues = cues.ToDictionary(c => c.Matter, c => (IReadOnlyList<string>)c.Phrases),
    };
}
