namespace BoundaryWorker.Tests.Time;

/// <summary>The golden cases of <c>tests/cases/windows</c>, whose form <see cref="WindowCase"/> describes.</summary>
public sealed class WindowCaseTests
{
    public static TheoryData<string> Names => Cases.Names("windows");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_windows_answer_as_the_case_says(string name)
    {
        var windows = WindowCase.Read(name);
        Assert.NotEmpty(windows.Questions);
        Assert.Equal(windows.Questions.Select(q => string.Join(' ', q.Split(' ', StringSplitOptions.RemoveEmptyEntries))), windows.Questions.Select(windows.Answered));
    }
}
