using BoundaryWorker.Core.Time;

namespace BoundaryWorker.Tests.Time;

/// <summary>The golden cases of <c>tests/cases/hours-in-words</c>: the hours as in the Code, then the phrase in each language.</summary>
public sealed class HoursInWordsTests
{
    public static TheoryData<string> Names => Cases.Names("hours-in-words");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hours_are_said_as_the_case_says(string name)
    {
        var lines = Cases.Lines("hours-in-words", name).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(l => l[0], l => l[1]);
        var weekly = Schedule.Noda(Schedule.Week(lines["weekly"]));
        Assert.Equal((lines["pl"], lines["en"]), (HoursInWords.In("pl", weekly), HoursInWords.In("en", weekly)));
    }
}
