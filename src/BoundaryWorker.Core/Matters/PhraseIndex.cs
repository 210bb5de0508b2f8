namespace BoundaryWorker.Core.Matters;

/// <summary>Phrases by the word they begin with, so that a sentence is tried against a few of them and not against hundreds.</summary>
internal sealed class PhraseIndex
{
    private const string Number = "#";

    private readonly Dictionary<string, List<Phrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> byStem = new(StringComparer.Ordinal);
    private readonly int[] stemLengths;

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var beginning in phrase.Beginnings)
            {
                AddTo(byWord, beginning.Words, phrase);
                AddTo(byStem, beginning.Stems, phrase);
            }
        }

        stemLengths = [.. byStem.Keys.Select(s => s.Length).Distinct().Order()];
    }

    /// <summary>The phrases that may be met in the sentence; no other can.</summary>
    public IReadOnlySet<Phrase> PossibleIn(Sentence sentence)
    {
        // By spans: most beginnings of most words are looked up in vain, and need no string for it.
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        var possible = new HashSet<Phrase>(ReferenceEqualityComparer.Instance);
        foreach (var token in sentence.Tokens)
        {
            Take(possible, byWord, token.Folded);
            foreach (var length in stemLengths)
            {
                if (length > token.Folded.Length)
                {
                    break;
                }

                if (stems.TryGetValue(token.Folded.AsSpan(0, length), out var phrases))
                {
                    possible.UnionWith(phrases);
                }
            }

            if (char.IsAsciiDigit(token.Folded[0]))
            {
                Take(possible, byWord, Number);
            }
        }

        return possible;
    }

    private static void Take(HashSet<Phrase> possible, Dictionary<string, List<Phrase>> from, string key)
    {
        if (from.TryGetValue(key, out var phrases))
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
