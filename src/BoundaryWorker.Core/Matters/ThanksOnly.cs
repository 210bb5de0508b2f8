using System.Globalization;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Matters;

/// <summary>Thanks or a reaction and nothing else: no question or request, under 12 words (replies.md A20).</summary>
internal static class ThanksOnly
{
    private const int TooManyWords = 12;
    private const int MostCharacters = 300;

    private static readonly WordSet Gratitude = WordSet.Of(Cues.Polish.ThanksCues.Gratitude + "|" + Cues.English.ThanksCues.Gratitude);
    private static readonly WordSet Reactions = WordSet.Of(Cues.Polish.ThanksCues.Reactions + "|" + Cues.English.ThanksCues.Reactions);
    private static readonly WordSet Requests = WordSet.Of(Cues.Polish.ThanksCues.Requests + "|" + Cues.English.ThanksCues.Requests);

    /// <summary>The cue by which the new text is thanks alone; null where it is not. Other matters are excluded by the caller.</summary>
    public static Cue? In(string newText, IReadOnlyList<Sentence> sentences)
    {
        var words = sentences.Sum(s => s.Tokens.Count);
        if (newText.Length > MostCharacters || words >= TooManyWords || sentences.Any(s => s.IsQuestion || s.Tokens.Any(t => Requests.Accepts(t.Folded))))
        {
            return null;
        }

        if (words == 0)
        {
            return IsOnlySymbols(newText) ? new Cue("thanks.symbol", true, newText[..Math.Min(newText.Length, 40)]) : null;
        }

        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                if (Gratitude.Accepts(sentence.Tokens[i].Folded))
                {
                    return new Cue("thanks.gratitude", true, sentence.Excerpt(i, i + 1));
                }
            }
        }

        return sentences.All(s => s.Tokens.All(t => Reactions.Accepts(t.Folded)))
            ? new Cue("thanks.reaction", true, sentences[0].Excerpt(0, sentences[0].Tokens.Count))
            : null;
    }

    /// <summary>A thumbs-up, a heart, a smile of punctuation.</summary>
    private static bool IsOnlySymbols(string text) => text.EnumerateRunes().Any(r =>
        System.Text.Rune.GetUnicodeCategory(r) is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate) || text is ":)" or ":-)" or ":D" or "+1";
}
