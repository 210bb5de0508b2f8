using BoundaryWorker.Core.Digests;

namespace BoundaryWorker.Tests.Digests;

/// <summary>Words of a stranger's hand in her digest: one line, nothing that acts on what reads it.</summary>
public sealed class PreviewLineTests
{
    [Theory]
    [InlineData("Dzień dobry,\r\n\r\nkiedy  będzie\tgotowe?\r\n", "Dzień dobry, kiedy będzie gotowe?")]
    [InlineData("One\u2028two\u2029three\u0000four\u001b[31mfive", "One two three four [31mfive")]
    [InlineData("pay \u202Egpj.exe\u202C \u2066now\u2069 \u200Eor\u200F", "pay gpj.exe now or")]
    [InlineData("zero\u200Bwidth and \uFEFFmark", "zerowidth and mark")]
    [InlineData("<b>bold</b> {{ 1 | plus: 2 }}", "<b>bold</b> {{ 1 | plus: 2 }}")]
    [InlineData("broken \uD83D end", "broken end")]
    public void Is_one_plain_line(string text, string line) => Assert.Equal(line, PreviewLine.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u200B\u202E ")]
    public void Is_none_where_there_are_no_words(string? text) => Assert.Null(PreviewLine.Of(text));

    [Fact]
    public void Is_cut_at_whole_characters_with_an_ellipsis()
    {
        var family = "👨‍👩‍👧";
        var many = string.Concat(Enumerable.Repeat(family, 200));

        var line = PreviewLine.Of(many)!;

        Assert.Equal(PreviewLine.Most, new System.Globalization.StringInfo(line).LengthInTextElements);
        Assert.EndsWith("👧…", line, StringComparison.Ordinal);
        Assert.Equal(line, PreviewLine.Of(line));
    }
}
