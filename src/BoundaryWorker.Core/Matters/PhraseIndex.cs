using BoundaryWorker.Core.Matters.Cues;

namespace BoundaryWorker.Core.Matters;

/// <summary>A phrase that may be met in a sentence.</summary>
/// <param name="Table">Whose it is.</param>
/// <param name="Line">The cue it stands for; null where it takes words away from the cues of its table.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Beginnings">Where in the sentence it may begin.</param>
internal readonly record struct PossiblePhrase(CueTable Table, CueLine? Line, Phrase Phrase, Places Beginnings);

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

    /// <summary>The phrases that may be met in each sentence by their table, in its order; no other can.</summary>
    public IReadOnlyList<IReadOnlyDictionary<CueTable, List<PossiblePhrase>>> PossibleIn(IEnumerable<Sentence> sentences)
    {
        // There are thousands of phrases: the room for them is taken once.
        var possible = new PossibleNumbers(all.Count);
        return [.. sentences.Select(s => PossibleIn(s, possible))];
    }

    private Dictionary<CueTable, List<PossiblePhrase>> PossibleIn(Sentence sentence, PossibleNumbers possible)
    {
        possible.Clear();
        foreach (var (place, token) in sentence.Tokens.Index())
        {
            Take(possible, byWord, token.Folded, place);
            foreach (var length in stemLengths)
            {
                Take(possible, byStem, token.Folded.AsSpan(0, Math.Min(length, token.Folded.Length)), place);
            }

            foreach (var length in endingLengths)
            {
                Take(possible, byEnding, token.Folded.AsSpan(Math.Max(token.Folded.Length - length, 0)), place);
            }

            if (char.IsAsciiDigit(token.Folded[0]))
            {
                Take(possible, byWord, Number, place);
            }
        }

        var byTable = new Dictionary<CueTable, List<PossiblePhrase>>(ReferenceEqualityComparer.Instance);
        foreach (var number in possible.InOrder())
        {
            var phrase = all[number] with { Beginnings = possible.Of(number) };
            if (!byTable.TryGetValue(phrase.Table, out var phrases))
            {
                byTable[phrase.Table] = phrases = [];
            }

            phrases.Add(phrase);
        }

        return byTable;
    }

    private static void Take(PossibleNumbers possible, Dictionary<string, List<int>> from, ReadOnlySpan<char> key, int place)
    {
        if (from.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var phrases))
        {
            possible.Add(phrases, place);
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

    /// <summary>Numbers in the list of all phrases, each once, with the places of their beginnings.</summary>
    private sealed class PossibleNumbers(int count)
    {
        private readonly Places[] places = new Places[count];
        private readonly List<int> numbers = [];

        public List<int> InOrder()
        {
            numbers.Sort();
            return numbers;
        }

        public Places Of(int number) => places[number];

        public void Add(List<int> more, int place)
        {
            foreach (var number in more)
            {
                if (places[number] == default)
                {
                    numbers.Add(number);
                }

                places[number] = places[number].With(place);
            }
        }

        public void Clear()
        {
            numbers.ForEach(n => places[n] = default);
            numbers.Clear();
        }
    }
}
