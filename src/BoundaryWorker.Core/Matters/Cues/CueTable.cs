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

    public string IdOf(CueLine line) => $"{Matter.ToString().ToLowerInvariant()}.{Language}.{line.Name}";

    /// <summary>Every phrase of the table, those of its cues in their order first.</summary>
    public IEnumerable<PossiblePhrase> AllPhrases => Lines
        .SelectMany(l => l.Parsed.Select(p => new PossiblePhrase(this, l, p, Places.Everywhere)))
        .Concat(except.Select(p => new PossiblePhrase(this, null, p, Places.Everywhere)));

    /// <summary>The words of the sentence that count for no cue here; null where all do.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="possible">The phrases of this table that may be met in it.</param>
    public static bool[]? BlockedIn(Sentence sentence, IReadOnlyList<PossiblePhrase> possible)
    {
        bool[]? blocked = null;
        foreach (var (first, end) in possible.Where(p => p.Line is null).SelectMany(p => p.Phrase.AllIn(sentence, p.Beginnings)))
        {
            blocked ??= new bool[sentence.Tokens.Count];
            Array.Fill(blocked, true, first, end - first);
        }

        return blocked;
    }
}
