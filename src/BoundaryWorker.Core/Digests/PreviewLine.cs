using System.Globalization;
using System.Text;
using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Core.Digests;

/// <summary>The first words of a message as one harmless line: no line ends, no control characters, no marks that turn the reading direction.</summary>
public static class PreviewLine
{
    /// <summary>Characters as readers count them, the last an ellipsis where something was cut.</summary>
    public const int Most = 120;

    // Of a long text no more is looked at, however much of it is blank.
    private const int Looked = 4096;

    /// <summary>The line, or null where there are no words.</summary>
    public static string? Of(string? text) => text is not null && HeaderText.Clean(OnOneLine(text), Most) is { Length: > 0 } line ? line : null;

    private static string OnOneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Looked)).EnumerateRunes())
        {
            line.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
