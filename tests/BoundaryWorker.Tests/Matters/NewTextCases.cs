using System.Text;
using BoundaryWorker.Core.Matters;

namespace BoundaryWorker.Tests.Matters;

/// <summary>tests/cases/newtext: the text of a mail, the line <c>=== new text</c>, and what of it is new.</summary>
public sealed class NewTextCases
{
    private const string Mark = "=== new text\n";

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(CaseFolder.Of("newtext"), "*.case").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_what_the_author_wrote_now_is_kept(string name)
    {
        var parts = File.ReadAllText(Path.Combine(CaseFolder.Of("newtext"), name + ".case")).Split(Mark);

        Assert.Equal(parts[1].TrimEnd('\n'), NewText.Of(parts[0]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cutting_twice_cuts_no_more(string name)
    {
        var once = NewText.Of(File.ReadAllText(Path.Combine(CaseFolder.Of("newtext"), name + ".case")).Split(Mark)[0]);

        Assert.Equal(once, NewText.Of(once));
    }

    [Theory]
    [InlineData("On ")]
    [InlineData("On 1 ")]
    [InlineData("> ")]
    [InlineData("From: a\n")]
    [InlineData("On 1\n")]
    [InlineData("- \n")]
    [InlineData("_")]
    [InlineData("a\n\n")]
    [InlineData("czy mozesz ")]
    [InlineData("=?a?Q?")]
    [InlineData("\u0301")]
    public void Hostile_text_of_a_million_characters_is_read_without_harm(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();

        var newText = NewText.Of(text);

        Assert.True(newText.Length <= text.Length);
        Assert.NotEmpty(MatterReader.Read(new() { Received = NodaTime.Instant.FromUtc(2026, 11, 24, 21, 0), Subject = text }, text, Codes.Plain));
        Assert.Null(Deadlines.Find(text, NodaTime.Instant.FromUtc(2026, 11, 24, 21, 0), NodaTime.DateTimeZone.Utc));
    }
}
