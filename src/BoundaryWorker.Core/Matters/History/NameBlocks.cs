using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.History;

/// <summary>
/// A signature without a mark or a close in front of it: a last paragraph that begins with a name and goes on with a firm, a trade, a telephone
/// number, a slogan. "For urgent matters call 500 000 000" below a name says nothing about this message.
/// </summary>
internal static class NameBlocks
{
    private const int MostLines = 7;
    private const int MostWordsInName = 5;
    private const int FewestDigitsOfNumber = 6;

    private static readonly WordSet SmallWords = WordSet.Of("dr|mgr|inz|prof|hab|adw|van|von|de|der|da|di|r.pr|ks|lek|med|arch|ing|of|and|i|the");

    /// <summary>The lines without such a paragraph at their end. One that is all there is stays.</summary>
    public static IReadOnlyList<string> Cut(IReadOnlyList<string> lines)
    {
        var end = lines.Count;
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1]))
        {
            start--;
        }

        var saidAbove = lines.Take(start).Any(l => !string.IsNullOrWhiteSpace(l));
        return saidAbove && IsSignature([.. lines.Skip(start).Take(end - start)]) ? [.. lines.Take(start)] : lines;
    }

    private static bool IsSignature(IReadOnlyList<string> block)
    {
        if (block.Count > MostLines || block.Any(l => l.Contains('?') || ListItems.MarkLength(l, 0) > 0))
        {
            return false;
        }

        var name = NameIn(block[0]);
        if (block.Count == 1)
        {
            return name > 0 && IsParted(block[0]);
        }

        return block.Skip(1).All(BeginsAsALabel) && (name >= 2 || (name == 1 && block.Skip(1).Any(HasContact)));
    }

    /// <summary>How many words the name with which the line begins has; 0 for none.</summary>
    private static int NameIn(string line)
    {
        var parts = line.Trim().Split([" | ", ", ", " / ", " • ", " – ", " - "], StringSplitOptions.None);
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWordsInName && words.All(IsOfAName) && words.Any(w => char.IsUpper(w[^1]) || char.IsUpper(w[0])) ? words.Length : 0;
    }

    private static bool IsOfAName(string word)
    {
        var bare = word.Trim('.', ',');
        return bare.Length > 0 && word[^1] is not ('!' or ':' or ';')
            && (char.IsUpper(bare[0]) || (bare.Length <= 2 && char.IsLetter(bare[0])) || bare[0] == '&' || SmallWords.Accepts(Folding.Fold(bare)));
    }

    private static bool BeginsAsALabel(string line)
    {
        var first = line.TrimStart()[0];
        return !char.IsLower(first) || HasContact(line) || line.Trim().Length < 40;
    }

    private static bool HasContact(string line) =>
        IsParted(line) || line.Contains('@', StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || line.Contains("://", StringComparison.Ordinal) || line.Count(char.IsDigit) >= FewestDigitsOfNumber;

    private static bool IsParted(string line) => line.Contains(" | ", StringComparison.Ordinal);
}
