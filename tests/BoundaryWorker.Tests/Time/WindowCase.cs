using BoundaryWorker.Core.Time;
using BoundaryWorker.Time;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Tests.Time;

/// <summary>
/// A golden case of windows. Above: <c>zone</c>, <c>weekly</c>, <c>extra</c>, <c>holidays</c> (a region), <c>leave</c> and <c>away</c> (a day, <c>day..day</c> both included,
/// or <c>time..time</c>), <c>open</c> (day and range). Below, one question and its answer a line: <c>INSTANT open until INSTANT</c>,
/// <c>INSTANT closed INSTANT..INSTANT</c>, <c>INSTANT +2h30m = INSTANT</c>; <c>never</c> stands for nothing within the horizon.
/// </summary>
internal sealed record WindowCase(WorkingWindows Windows, IReadOnlyList<string> Questions)
{
    private static readonly OffsetDateTimePattern Stamp = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>");

    public static WindowCase Read(string name)
    {
        var lines = Cases.Lines("windows", name);
        var head = lines.Where(l => char.IsAsciiLetter(l[0])).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).ToLookup(l => l[0], l => l[1]);
        var hours = new HoursOfWork
        {
            Weekly = Schedule.Noda(Schedule.Week(head["weekly"].Single())),
            Closed = [.. head["leave"].Select(l => Closed(l).Closure(ClosureKind.Leave))],
            Open = [.. head["open"].Select(Dated)],
        };
        var extra = head["extra"].SingleOrDefault();
        var windows = WorkingWindows.Of(
            hours,
            DateTimeZoneProviders.Tzdb[head["zone"].Single()],
            head["holidays"].SingleOrDefault() is { } region ? HolidayData.Load().For(region)! : HolidayTable.None,
            [.. head["away"].Select(l => Closed(l).Closure(ClosureKind.OutOfOffice))],
            extra is null ? null : Schedule.Noda(Schedule.Week(extra)));
        return new(windows, [.. lines.Where(l => char.IsAsciiDigit(l[0]))]);
    }

    /// <summary>The question with the answer that the engine gives, in the form of the file.</summary>
    public string Answered(string question)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Stamp.Parse(words[0]).Value.ToInstant();
        if (words[1][0] == '+')
        {
            var amount = DurationPattern.CreateWithInvariantCulture("H'h'mm'm'").Parse(words[1][1..]).Value;
            return $"{words[0]} {words[1]} = {Text(Windows.AddWorkingTime(at, amount))}";
        }

        return Windows.ClosedWindowAt(at) is { } window
            ? $"{words[0]} closed {Text(window.HasStart ? window.Start : null)}..{Text(window.HasEnd ? window.End : null)}"
            : $"{words[0]} open until {Text(Windows.NextChange(at))}";
    }

    private string Text(Instant? at) => at is { } instant ? Stamp.Format(instant.InZone(Windows.Zone).ToOffsetDateTime()) : "never";

    private static ClosedRange Closed(string text)
    {
        var ends = text.Split("..");
        var from = DateTime.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture);
        var to = DateTime.Parse(ends[^1], System.Globalization.CultureInfo.InvariantCulture);
        return new ClosedRange(from, ends[^1].Contains('T') ? to : to.AddDays(1));
    }

    private static DatedHours Dated(string text)
    {
        var words = text.Split(' ');
        var (start, end) = Schedule.Range(words[1]);
        return new(LocalDatePattern.Iso.Parse(words[0]).Value, [new LocalHours(LocalTime.FromTimeOnly(start), LocalTime.FromTimeOnly(end))]);
    }
}
