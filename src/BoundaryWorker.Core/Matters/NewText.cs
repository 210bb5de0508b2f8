using BoundaryWorker.Core.Matters.History;

namespace BoundaryWorker.Core.Matters;

/// <summary>
/// What the author wrote now. Quoted replies, forwarded parts, signatures and legal notices are cut, because only a person's own new words
/// say what a message is about. Lines are looked at one by one: the time grows with the length of the text, whatever is in it.
/// </summary>
public static class NewText
{
    private const int LongestRead = 100_000;

    /// <summary>
    /// The new text of <paramref name="text"/>, with <c>\n</c> line ends and no blank lines around it; empty where nothing is new. Answers written
    /// below or between quoted lines are kept. No more than the first 100,000 characters are looked at.
    /// </summary>
    public static string Of(string text)
    {
        var read = text.Length > LongestRead ? text[..LongestRead] : text;
        var lines = read.ReplaceLineEndings("\n").Split('\n').Select(l => new Line(l)).ToArray();
        var kept = Authored(lines);
        return string.Join('\n', NameBlocks.Cut([.. LegalNotices.Cut(kept)])).Trim('\n', ' ', '\t', '\u00a0');
    }

    private static List<string> Authored(Line[] lines)
    {
        var kept = new List<string>(lines.Length);
        var inSignature = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.IsQuoted)
            {
                // Below a quoted part somebody writes again, even after having signed above it.
                inSignature = false;
                continue;
            }

            if (Attributions.LengthAt(lines, i) is var attribution and > 0)
            {
                if (!IsFollowedByQuote(lines, i + attribution))
                {
                    break;
                }

                i += attribution - 1;
                continue;
            }

            if (HistoryMarks.BeginAt(lines, i))
            {
                break;
            }

            inSignature = Signatures.Begins(line) || (inSignature && !Signatures.IsPostscript(line));
            if (!inSignature && !Signatures.IsDeviceLine(line))
            {
                kept.Add(line.Text);
            }
            else if (Signatures.ThanksIn(line) is { } thanks && kept.TrueForAll(string.IsNullOrWhiteSpace))
            {
                kept.Add(thanks);
            }
        }

        return kept;
    }

    private static bool IsFollowedByQuote(Line[] lines, int from)
    {
        var next = from;
        while (next < lines.Length && lines[next].IsBlank && next - from < 4)
        {
            next++;
        }

        return next < lines.Length && lines[next].IsQuoted;
    }
}
