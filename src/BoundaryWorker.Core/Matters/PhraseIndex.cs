namespace BoundaryWorker.Core.Matters;

/// <summary>Phrases by the word they begin with, so that a sentence is tried against a few of them and not against hundreds.</summary>
internal sealed class PhraseIndex
{
    private const string Number = "#";

    private readonly Dictionary<string, List<Phrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> byEnding = new(StringComparer.Ordinal);
    private readonly int[] stemLengths;
    private readonly int[] endingLengths;

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var beginning in phrase.Beginnings)
            {
                AddTo(byWord, beginning.Words, phrase);
                AddTo(byStem, beginning.Stems, phrase);
                AddTo(byEnding, beginning.Endings, phrase);
            }
        }

        stemLengths = [.. byStem.Keys.Select(s => s.Length).Distinct().Order()];
        endingLengths = [.. byEnding.Keys.Select(s => s.Length).Distinct().Order()];
    }

    /// <summary>The phrases that may be met in the sentence; no other can.</summary>
    public IReadOnlySet<Phrase> PossibleIn(Sentence sentence)
    {
        var possible = new HashSet<Phrase>(ReferenceEqualityComparer.Instance);
        foreach (var token in sentence.Tokens)
        {
            Take(possible, byWord, token.Folded);
            foreach (var length in stemLengths.TakeWhile(l => l <= token.Folded.Length))
            {
                Take(possible, byStem, token.Folded.AsSpan(0, length));
            }

            foreach (var length in endingLengths.TakeWhile(l => l <= token.Folded.Length))
            {
                Take(possible, byEnding, token.Folded.AsSpan(token.Folded.Length - length));
            }

            if (char.IsAsciiDigit(token.Folded[0]))
            {
                Take(possible, byWord, Number);
            }
        }

        return possible;
    }

    // By spans: most beginnings of most words are looked up in vain, and need no string for it.
    private static void Take(HashSet<Phrase> possible, Dictionary<string, List<Phrase>> from, ReadOnlySpan<char> key)
    {
        if (from.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var phrases))
        {
            possible.UnionWith(phrases);
        }
    }

    private static void AddTo(Dictionary<string, List<Phrase>> to, IEnumerable<string> keys, Phrase phrase)
    {
        foreach (var key in keys)
        {
            if (!to.TryGetValue(key, out var phrases))
            {
                to[key] = phrases = [];
            }

            phrases.Add(phrase);
        }
    }
}
