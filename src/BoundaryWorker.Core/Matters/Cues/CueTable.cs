using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues;

/// <summary>One cue: phrases that say the same thing about a matter (<see cref="Phrase"/> says how they are written).</summary>
/// <param name="Name">The last part of its id.</param>
/// <param name="IsExplicit">It says the matter by itself; of others two are needed (design.md section 6 row 2).</param>
/// <param name="Phrases">Any of them will do.</param>
internal sealed record CueLine(string Name, bool IsExplicit, params string[] Phrases)
{
    /// <summary>
    /// It is no cue, but where the matter was found by one, its sentence belongs to it: "would Tuesday suit you?" below "let's talk about it"
    /// asks no other question.
    /// </summary>
    public bool BelongsOnly { get; init; }

    /// <summary><see cref="Phrases"/>, read.</summary>
    public IReadOnlyList<Phrase> Parsed { get; } = [.. Phrases.Select(Phrase.Parse)];
}

/// <summary>The cues of one matter in one language.</summary>
/// <param name="Matter">What they speak of.</param>
/// <param name="Language"><c>pl</c> or <c>en</c>: the second part of the ids.</param>
/// <param name="Lines">The cues.</param>
/// <param name="Except">Phrases in which the words of a cue mean something else ("not urgent"): their words count for no cue of this table.</param>
internal sealed record CueTable(Matter Matter, string Language, IReadOnlyList<CueLine> Lines, params string[] Except)
{
    private readonly IReadOnlyList<Phrase> except = [.. Except.Select(Phrase.Parse)];
    private readonly Dictionary<Phrase, int> lineOf = Lines.Index().SelectMany(l => l.Item.Parsed.Select(p => (Phrase: p, l.Index))).ToDictionary(p => p.Phrase, p => p.Index);

    public string IdOf(CueLine line) => $"{Matter.ToString().ToLowerInvariant()}.{Language}.{line.Name}";

    /// <summary>Every phrase of the table.</summary>
    public IEnumerable<Phrase> AllPhrases => Lines.SelectMany(l => l.Parsed).Concat(except);

    /// <summary>The cues with one of those phrases, in the order of the table: of hundreds, a sentence may meet a few.</summary>
    public IEnumerable<CueLine> LinesWith(IReadOnlySet<Phrase> possible)
    {
        var numbers = new SortedSet<int>();
        foreach (var phrase in possible)
        {
            if (lineOf.TryGetValue(phrase, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers.Select(n => Lines[n]);
    }

    /// <summary>The words of the sentence that count for no cue here; null where all do.</summary>
    public bool[]? BlockedIn(Sentence sentence, IReadOnlySet<Phrase> possible)
    {
        bool[]? blocked = null;
        foreach (var phrase in except.Where(possible.Contains))
        {
            foreach (var (first, end) in phrase.AllIn(sentence))
            {
                blocked ??= new bool[sentence.Tokens.Count];
                Array.Fill(blocked, true, first, end - first);
            }
        }

        return blocked;
    }
}
