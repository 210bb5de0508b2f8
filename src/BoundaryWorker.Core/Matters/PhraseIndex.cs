using System.Runtime.InteropServices;
using BoundaryWorker.Core.Matters.Cues;

namespace BoundaryWorker.Core.Matters;

/// <summary>The phrases of cue tables by the word they begin with, so that a sentence is tried against a few of them and not against hundreds.</summary>
internal sealed class PhraseIndex
{
    private const string Number = "#";

    private readonly Dictionary<string, List<CuePhrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CuePhrase>> byStem = new(StringComparer.Ordinal);
    private readonly int[] stemLengths;

    public PhraseIndex(IEnumerable<CueTable> tables)
    {
        foreach (var phrase in tables.SelectMany(t => t.AllPhrases))
        {
            foreach (var beginning in phrase.Phrase.Beginnings)
            {
                AddTo(byWord, beginning.Words, phrase);
                AddTo(byStem, beginning.Stems, phrase);
            }
        }

        stemLengths = [.. byStem.Keys.Select(s => s.Length).Distinct().Order()];
    }

    /// <summary>The phrases that may be met in the sentence; no other can.</summary>
    public PossiblePhrases PossibleIn(Sentence sentence)
    {
        // By spans: most beginnings of most words are looked up in vain, and need no string for it.
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        var possible = new PossiblePhrases();
        foreach (var (place, token) in sentence.Tokens.Index())
        {
            Take(possible, byWord, token.Folded, place);
            foreach (var length in stemLengths)
            {
                if (length > token.Folded.Length)
                {
                    break;
                }

                if (stems.TryGetValue(token.Folded.AsSpan(0, length), out var phrases))
                {
                    possible.Add(phrases, place);
                }
            }

            if (char.IsAsciiDigit(token.Folded[0]))
            {
                Take(possible, byWord, Number, place);
            }
        }

        return possible;
    }

    private static void Take(PossiblePhrases possible, Dictionary<string, List<CuePhrase>> from, string key, int place)
    {
        if (from.TryGetValue(key, out var phrases))
        {
            possible.Add(phrases, place);
        }
    }

    private static void AddTo(Dictionary<string, List<CuePhrase>> to, IEnumerable<string> keys, CuePhrase phrase)
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

/// <summary>A phrase and where it stands.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Table">Its table.</param>
/// <param name="Line">The number of its cue there; null for one of the table's exceptions.</param>
internal sealed record CuePhrase(Phrase Phrase, CueTable Table, int? Line);

/// <summary>The phrases that may be met in one sentence, by table and cue, and where each may begin.</summary>
internal sealed class PossiblePhrases
{
    private static readonly SortedSet<int> None = [];
    private readonly Dictionary<Phrase, Places> phrases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CueTable, SortedSet<int>> lines = new(ReferenceEqualityComparer.Instance);

    public void Add(List<CuePhrase> more, int place)
    {
        foreach (var (phrase, table, line) in more)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(phrases, phrase, out var known);
            places = places.With(place);
            if (!known && line is { } number)
            {
                if (!lines.TryGetValue(table, out var numbers))
                {
                    lines[table] = numbers = [];
                }

                numbers.Add(number);
            }
        }
    }

    /// <summary>Where a phrase may begin; nowhere where it cannot be met.</summary>
    public Places Of(Phrase phrase) => phrases.GetValueOrDefault(phrase);

    /// <summary>The cues of a table with one of the phrases, in the order of the table.</summary>
    public IReadOnlyCollection<int> LinesOf(CueTable table) => lines.GetValueOrDefault(table, None);
}

/// <summary>Places in a sentence. Those from the 63rd word on are one: whoever looks there looks everywhere from there on.</summary>
internal readonly record struct Places(ulong Bits)
{
    private const int Last = 63;

    public static Places Everywhere { get; } = new(ulong.MaxValue);

    public bool IsNone => Bits == 0;

    public Places With(int place) => new(Bits | (1UL << Math.Min(place, Last)));

    public bool Has(int place) => (Bits & (1UL << Math.Min(place, Last))) != 0;
}
