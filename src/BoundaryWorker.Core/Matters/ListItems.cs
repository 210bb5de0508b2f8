namespace BoundaryWorker.Core.Matters;

/// <summary>The marks with which people begin the items of a list in plain text: a dash, a bullet, a box, <c>1.</c> or <c>2)</c>.</summary>
internal static class ListItems
{
    /// <summary>The length of the mark with which the line that begins at <paramref name="start"/> opens, its indent counted; 0 for none.</summary>
    public static int MarkLength(string text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] is ' ' or '\t' && i - start < 8)
        {
            i++;
        }

        var mark = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]) && i - mark < 3)
        {
            i++;
        }

        var ends = i > mark ? IsAt(text, i, ".)") : IsAt(text, i, "-*•–·+☐▪");
        return ends && IsAt(text, i + 1, " \t") ? i + 2 - start : 0;
    }

    private static bool IsAt(string text, int i, string any) => i < text.Length && any.Contains(text[i], StringComparison.Ordinal);
}
