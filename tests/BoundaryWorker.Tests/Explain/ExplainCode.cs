using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Explain;

/// <summary>A Code with a lunch break and one enforced rule, the hours.</summary>
internal static class ExplainCode
{
    public static BoundaryCode Of(Owner owner) => new()
    {
        Version = 1,
        Owner = owner,
        Hours = new HoursOfWork
        {
            Weekly = new WeeklyHours(Enum.GetValues<IsoDayOfWeek>().Where(d => d is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday)
                .ToDictionary(d => d, IReadOnlyList<LocalHours> (_) => [new(new(9, 0), new(12, 0)), new(new(13, 0), new(17, 0))])),
            PassUnder = Duration.FromMinutes(30),
            ReplyFrom = Duration.FromHours(2),
            Grace = Duration.FromMinutes(15),
        },
        Rules = [new Rule { Id = "1.1", Area = RuleArea.WorkingTime, EnforcesHours = true, Text = LocalizedText.Of("pl", "Pracuję {hours}.") }],
    };
}
