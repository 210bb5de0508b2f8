using System.Text.RegularExpressions;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Tests.Time;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>The golden cases of the decision table, and that none of its rows and reasons is without one.</summary>
public sealed partial class DecideCaseTests
{
    // What the path gives, not the table.
    private static readonly Reason[] OfThePath =
    [
        Reason.ObserveMode, Reason.HoldMode, Reason.RepliesNotAllowedHere, Reason.ReleaseOnly, Reason.OldMail, Reason.ClockSkew, Reason.Adopted,
        Reason.HoldFailed, Reason.ReplyNotComposed, Reason.SendRefused, Reason.SendUnknown,
    ];

    public static TheoryData<string> Names => Cases.Names(DecideCase.Topic);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_is_decided_as_it_says(string name)
    {
        var read = DecideCase.Read(name);

        Assert.Equal(read.Expected, read.Decided());
    }

    [Fact]
    public void Every_row_of_the_table_has_a_case()
    {
        var shown = Expectations().SelectMany(e => RowNumber().Matches(e)).Select(m => int.Parse(m.Groups[1].Value, null)).ToHashSet();

        Assert.Empty(Enumerable.Range(1, 25).Except(shown));
    }

    [Fact]
    public void Every_reason_of_the_table_has_a_case()
    {
        var shown = Expectations().SelectMany(e => e.Split('\n')).Where(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

        Assert.Empty(Enum.GetValues<Reason>().Except(OfThePath).Except(shown.Select(Enum.Parse<Reason>)));
    }

    [Fact]
    public void Every_line_of_replies_A_has_a_case_named_after_it()
    {
        var named = Cases.Names(DecideCase.Topic).Select(row => row.Data.Split('_')[0]).ToHashSet();

        Assert.Empty(Enumerable.Range(1, 20).Select(n => $"A{n}").Except(named));
    }

    private static IEnumerable<string> Expectations() => Names.Select(row => DecideCase.Read(row.Data).Expected);

    [GeneratedRegex(@"row (\d+)")]
    private static partial Regex RowNumber();
}
