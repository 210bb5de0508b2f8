using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>The hours of each weekday, several ranges a day, in order and without overlap (checked by the reader of the file).</summary>
/// <param name="ByDay">Days that are missing have no hours.</param>
public sealed record WeeklyHours(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<LocalHours>> ByDay)
{
    /// <summary>No hours at all.</summary>
    public static WeeklyHours None { get; } = new(new Dictionary<IsoDayOfWeek, IReadOnlyList<LocalHours>>());

    /// <summary>The ranges that begin on that weekday.</summary>
    public IReadOnlyList<LocalHours> On(IsoDayOfWeek day) => ByDay.GetValueOrDefault(day) ?? [];
}
