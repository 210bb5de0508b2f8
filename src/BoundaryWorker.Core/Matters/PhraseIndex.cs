using BoundaryWorker.Core.Matters.Cues;

namespace BoundaryWorker.Core.Matters;

/// <summary>A phrase that may be met in a sentence.</summary>
/// <param name="Table">Whose it is.</param>
/// <param name="Line">The cue it stands for; null where it takes words away from the cues of its table.</param>
/// <param name="Phrase">The phrase.</param>
internal sealed record PossiblePhrase(CueTable Table, CueLine? Line, Phrase Phrase);

/// <summary>The phrases of all tables by the word they begin with, so that a sentence is tried against a few of them and not against hundreds.</summary>
internal sealed class PhraseIndex
{
    private const string Number = "#";

    private readonly List<PossiblePhrase> all = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byEnding = new(StringComparer.Ordinal);
    private readonly int[] stemLengths;
    private readonly int[] endingLengths;

    public PhraseIndex(IEnumerable<CueTable> tables)
    {
        foreach (var possible in tables.SelectMany(t => t.AllPhrases))
        {
            foreach (var beginning in possible.Phrase.Beginnings)
            {
                AddTo(byWord, beginning.Words, all.Count);
                AddTo(byStem, beginning.Stems, all.Count);
                AddTo(byEnding, beginning.Endings, all.Count);
            }

            all.Add(possible);
        }

        stemLengths = [.. byStem.Keys.Select(s => s.Length).Distinct()];
        endingLengths = [.. byEnding.Keys.Select(s => s.Length).Distinct()];
    }

    /// <summary>The phrases that may be met in the sentence, in the order of the tables; no other can.</summary>
    public IReadOnlyList<PossiblePhrase> PossibleIn(Sentence sentence)
    {
        var possible = new PossibleNumbers(all.Count);
        foreach (var token in sentence.Tokens)
        {
            Take(possible, byWord, token.Folded);
            foreach (var length in stemLengths)
            {
                Take(possible, byStem, token.Folded.AsSpan(0, Math.Min(length, token.Folded.Length)));
            }

            foreach (var length in endingLengths)
            {
                Take(possible, byEnding, token.Folded.AsSpan(Math.Max(token.Folded.Length - length, 0)));
            }

            if (char.IsAsciiDigit(token.Folded[0]))
            {
                Take(possible, byWord, Number);
            }
        }

        return [.. possible.InOrder.Select(n => all[n])];
    }

    private static void Take(PossibleNumbers possible, Dictionary<string, List<int>> from, ReadOnlySpan<char> key)
    {
        if (from.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var phrases))
        {
            possible.Add(phrases);
        }
    }

    private static void AddTo(Dictionary<string, List<int>> to, IEnumerable<string> keys, int phrase)
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

    /// <summary>Places in the list of all phrases, each once.</summary>
    private sealed class PossibleNumbers(int count)
    {
        private readonly bool[] seen = new bool[count];
        private readonly List<int> numbers = [];

        public IEnumerable<int> InOrder => numbers.Order();

        public void Add(List<int> more)
        {
            foreach (var number in more.Where(n => !seen[n]))
            {
                seen[number] = true;
                numbers.Add(number);
            }
        }
    }
}
