using NodaTime;

namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>A lead ("do", "by") with the day and the time that stand around it: "do jutra do 10", "dziś do 22:00", "by 9 am tomorrow".</summary>
internal sealed record DueTime
{
    private const int MostWords = 6;

    private static readonly WordSet Leads = WordSet.Of("do|na|przed|by|before|until|till|najpozniej");
    private static readonly WordSet Joints = WordSet.Of("do|na|o|godz|godziny|godzine|godzinie|at|on|the|latest|przed|by|najpozniej|this");

    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>"na": for, which may be an appointment as well.</summary>
    public bool IsFor { get; init; }

    public DayWord? Day { get; init; }

    public LocalTime? Time { get; init; }

    public DayPart? Part { get; init; }

    public bool IsEndOfDay { get; init; }

    /// <summary>The one whose lead is the word at <paramref name="lead"/>.</summary>
    public static DueTime? At(IReadOnlyList<Token> tokens, int lead)
    {
        if (!Leads.Accepts(tokens[lead].Folded))
        {
            return null;
        }

        var due = new DueTime { First = lead, End = lead + 1, IsFor = tokens[lead].Folded == "na" };
        if (lead > 0 && DayWord.Of(tokens[lead - 1].Folded) is { } dayBefore)
        {
            due = due with { First = lead - 1, Day = dayBefore };
        }

        due = due.ReadOn(tokens, lead + 1);
        return due.IsSure ? due : null;
    }

    private bool IsSure =>
        End > First + 1
        && (IsEndOfDay || Time is not null || Part is not null || Day is not null)
        && !(IsFor && Day?.Weekday is not null && Time is null && Part is null);

    /// <summary>The latest local time that it can mean after <paramref name="now"/>; null where that is in doubt.</summary>
    public LocalDateTime? LatestAfter(LocalDateTime now)
    {
        var time = Time ?? Part?.Latest;
        if (Day is { } day)
        {
            var date = day.After(now.Date);
            return time is { } t ? date.At(t) : date.PlusDays(1).AtMidnight();
        }

        if (IsEndOfDay)
        {
            return now.Date.PlusDays(1).AtMidnight();
        }

        // "By the morning", said in the morning, is in doubt.
        if (Time is null && Part is { IsMorning: true } && now.Hour is >= 5 and < 16)
        {
            return null;
        }

        if (time is not { } alone)
        {
            return Part is null ? null : now.Date.PlusDays(1).AtMidnight();
        }

        var today = now.Date.At(alone);
        return today > now ? today : today.PlusDays(1);
    }

    private DueTime ReadOn(IReadOnlyList<Token> tokens, int from)
    {
        var due = this;
        for (var i = from; i < tokens.Count && i < from + MostWords; i++)
        {
            var next = due.With(tokens, ref i);
            if (next is null)
            {
                break;
            }

            due = next;
        }

        return due;
    }

    /// <summary>With what stands at <paramref name="i"/> read too; null where that says nothing of time. Moves on over what belongs to it.</summary>
    private DueTime? With(IReadOnlyList<Token> tokens, ref int i)
    {
        var word = tokens[i].Folded;
        if (EndOfDay.LengthAt(tokens, i) is var length and > 0)
        {
            i += length - 1;
            return this with { IsEndOfDay = true, End = i + 1 };
        }

        if (DayWord.Of(word) is { } day)
        {
            return Day is null ? this with { Day = day, Part = Part ?? DayPart.Of(word), End = i + 1 } : null;
        }

        if (DayPart.Of(word) is { } part)
        {
            return Part is null ? this with { Part = part, End = i + 1 } : null;
        }

        if (Time is null && ClockTime.At(tokens, i, Day is not null) is { } clock)
        {
            i = clock.End - 1;
            return this with { Time = clock.Time, End = clock.End };
        }

        return Joints.Accepts(word) ? this : null;
    }
}
