using CsCheck;

namespace BoundaryWorker.Tests.Time;

/// <summary>Random hours around the days on which the clocks jump, for the property tests.</summary>
internal static class HoursGen
{
    private static readonly (string Zone, DateOnly Jump)[] Places =
    [
        ("Europe/Warsaw", new(2025, 3, 30)), ("Europe/Warsaw", new(2025, 10, 26)), ("America/New_York", new(2025, 11, 2)), ("Asia/Kolkata", new(2025, 6, 1)),
        ("Australia/Lord_Howe", new(2025, 10, 5)), ("Australia/Lord_Howe", new(2025, 4, 6)), ("America/Havana", new(2025, 11, 2)), ("Africa/Cairo", new(2025, 4, 25)),
        ("Africa/Cairo", new(2025, 10, 30)), ("America/Sao_Paulo", new(2018, 11, 4)), ("America/Sao_Paulo", new(2018, 2, 17)), ("Pacific/Apia", new(2011, 12, 30)),
        ("America/Goose_Bay", new(2010, 11, 6)), ("America/Toronto", new(1919, 3, 31)),
    ];

    private static readonly Gen<TimeOnly> Clock = Gen.Int[0, (24 * 12) - 1].Select(n => new TimeOnly(0, 0).AddMinutes(5 * n));

    private static readonly Gen<IReadOnlyList<WeekRange>> Week =
        from ranges in Gen.Select(Gen.Int[0, 6], Clock, Clock, (d, s, e) => new WeekRange((DayOfWeek)d, s, e)).List[0, 14]
        select (IReadOnlyList<WeekRange>)ranges;

    /// <summary>A schedule and the day about which to ask.</summary>
    public static readonly Gen<(Schedule Schedule, DateOnly Day)> Around =
        from place in Gen.Int[0, Places.Length - 1].Select(i => Places[i])
        from weekly in Week
        from extra in Week
        from closed in Gen.Select(Moment(place.Jump), Gen.Int[1, 4000], (begin, minutes) => new ClosedRange(begin, begin.AddMinutes(minutes))).List[0, 2]
        from holidays in Day(place.Jump).List[0, 2]
        from open in Gen.Select(Day(place.Jump), Clock, Clock, (d, s, e) => new DatedRange(d, s, e)).List[0, 2]
        select (new Schedule(place.Zone) { Weekly = weekly, Extra = extra, Closed = closed, Holidays = holidays, Open = open }, place.Jump);

    private static Gen<DateOnly> Day(DateOnly near) => Gen.Int[-3, 3].Select(near.AddDays);

    private static Gen<DateTime> Moment(DateOnly near) =>
        Gen.Select(Day(near), Clock, Gen.Bool, (day, time, whole) => day.ToDateTime(whole ? TimeOnly.MinValue : time));
}
