using NodaTime;

namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>A part of a day and the time at which it is over; null for the end of the day.</summary>
internal sealed record DayPart(LocalTime? Latest, bool IsMorning = false)
{
    private static readonly (WordSet Names, DayPart Part)[] Parts =
    [
        (WordSet.Of("rano|rana|ranem|morning"), new DayPart(new LocalTime(12, 0), IsMorning: true)),
        (WordSet.Of("poludnie|poludnia|poludniem|noon|midday|lunchtime"), new DayPart(new LocalTime(12, 0))),
        (WordSet.Of("popoludnie|popoludnia|popoludniu|afternoon"), new DayPart(new LocalTime(18, 0))),
        (WordSet.Of("wieczor|wieczora|wieczorem|evening|tonight|night|midnight|polnocy|polnoc"), new DayPart(Latest: null)),
    ];

    public static DayPart? Of(string folded) => Array.Find(Parts, p => p.Names.Accepts(folded)).Part;
}
