using System.Globalization;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Code.Checks;

/// <summary>Hours, leave, holiday data and <c>max_hold</c>.</summary>
internal static class HoursChecks
{
    public static IEnumerable<CodeWarning> Of(BoundaryCode code, HolidayTable holidays, LocalDate today)
    {
        var hours = code.Hours;
        for (var i = 0; i < hours.Closed.Count; i++)
        {
            if (hours.Closed[i].To <= today.AtMidnight())
            {
                yield return Warn(At("hours.closed", i), "this time off is over", "take it out when you next edit the file");
            }
        }

        for (var i = 0; i < hours.Open.Count; i++)
        {
            if (hours.Open[i].Date < today.PlusDays(-1))
            {
                yield return Warn(At("hours.open", i), "these extra hours are over", "take them out when you next edit the file");
            }
        }

        if (hours.PassUnder > hours.ReplyFrom && hours.ReplyFrom > Duration.Zero)
        {
            yield return Warn("hours.breaks.reply_from", "reply_from is shorter than pass_under and so never counts", "make it the longer of the two, or take it out");
        }

        if (hours.Holidays is not null && holidays.DataEndsSoon(today))
        {
            yield return Warn(
                "hours.holidays",
                $"the holiday data for {hours.Holidays} ends on {holidays.LastDay.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}",
                "update the program, or list the holidays after it under hours.closed");
        }

        if (!code.HoldThroughLeave && WeekCircle.LongestGap(hours.Weekly) is var gap && gap > code.MaxHold)
        {
            yield return Warn(
                "max_hold",
                $"max_hold is shorter than your usual time off of {gap.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} hours: mail of that time is not held at all",
                "raise it, 7 days suits most");
        }
    }

    internal static string At(string list, int index) => $"{list}[{index.ToString(CultureInfo.InvariantCulture)}]";

    private static CodeWarning Warn(string path, string what, string remedy) => new(OwnerFile.Code, path, what, remedy);
}
