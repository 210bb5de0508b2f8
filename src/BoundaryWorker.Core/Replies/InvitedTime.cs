using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>The time of an invitation that does not suit, in words, and times that would (row 23, replies.md F4).</summary>
internal static class InvitedTime
{
    /// <summary>Adds <c>event</c>, <c>taken</c>, <c>slots</c>, <c>slots_zone</c> and <c>booking</c>.</summary>
    public static void AddTo(Dictionary<string, object?> data, ReplyRequest request, Wording wording)
    {
        var zone = request.Code.Owner.Zone;
        var today = request.Now.InZone(zone).Date;
        var occurrences = request.Message.Invitation?.Occurrences ?? [];
        var outside = occurrences.Where(o => !IsInside(request, o)).Select(o => (Interval?)o).FirstOrDefault();
        var unfit = outside ?? occurrences.Where(o => request.Situation.Busy.Any(b => b.Start < o.End && o.Start < b.End)).Select(o => (Interval?)o).FirstOrDefault();
        data["event"] = unfit is { } o ? wording.ForAt(o.Start, zone, request.Client?.Zone, today) : null;
        data["taken"] = outside is null && unfit is not null;
        data["slots"] = Slots(request, zone, today, wording);
        data["slots_zone"] = request.Client?.Zone is { } theirs && request.Slots.Any(s => theirs.GetUtcOffset(s.Start) != zone.GetUtcOffset(s.Start))
            ? wording.Zone(zone)
            : null;
        data["booking"] = request.Code.Channels.FirstOrDefault(c => c.Url is not null && c.For.Contains(Matter.Meeting))?.Url;
    }

    private static bool IsInside(ReplyRequest request, Interval time)
    {
        var windows = request.Situation.Windows.For(request.Client);
        return windows.IsOpen(time.Start) && (windows.NextChange(time.Start) is not { } closing || closing >= time.End);
    }

    /// <summary>The date stands with the first time of a day, the weekday alone with the others.</summary>
    private static List<object?> Slots(ReplyRequest request, DateTimeZone zone, LocalDate today, Wording wording)
    {
        var words = new List<object?>();
        LocalDate? named = null;
        foreach (var slot in request.Slots)
        {
            var from = slot.Start.InZone(zone).LocalDateTime;
            var day = from.Date == named ? wording.Texts.Weekdays[(int)from.DayOfWeek - 1] : wording.Date(from.Date, today);
            words.Add($"{day} {wording.Range(from.TimeOfDay, slot.End.InZone(zone).TimeOfDay)}");
            named = from.Date;
        }

        return words;
    }
}
