using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters.Cues;

namespace BoundaryWorker.Core.Matters;

/// <summary>The cues met in the sentences of one message, by matter.</summary>
internal sealed class MetCues(IReadOnlyList<Sentence> sentences)
{
    private readonly SortedDictionary<Matter, List<Cue>> cues = [];

    /// <summary>Sentences whose question mark belongs to a request or an appointment: "could you prepare it?" asks nothing.</summary>
    private readonly HashSet<Sentence> spoken = new(ReferenceEqualityComparer.Instance);

    private readonly List<(Matter Matter, Sentence Sentence)> waiting = [];

    /// <summary>Where cues were met: a weak one on the words of another is not independent of it (design.md section 6 row 2).</summary>
    private readonly List<(Matter Matter, Sentence Sentence, int First, int End)> places = [];

    public bool IsEmpty => cues.Count == 0;

    public void TryTables(IReadOnlyList<CueTable> tables, PhraseIndex index)
    {
        var possible = index.PossibleIn(sentences);
        Matter? before = null;
        foreach (var table in tables)
        {
            if (before != table.Matter)
            {
                AddWaiting();
            }

            TryTable(table, possible);
            before = table.Matter;
        }

        AddWaiting();
    }

    public void TryOwn(IReadOnlyDictionary<Matter, IReadOnlyList<string>> own)
    {
        foreach (var (matter, phrases) in own)
        {
            for (var i = 0; i < phrases.Count; i++)
            {
                var id = $"{matter.ToString().ToLowerInvariant()}.own.{i + 1}";
                if (Phrase.OfWords(phrases[i]) is { } phrase && Excerpt(phrase) is { } excerpt)
                {
                    Add(matter, new Cue(id, true, excerpt));
                }
            }
        }
    }

    /// <summary>A question mark is a cue by itself where the sentence was not heard as a request yet.</summary>
    public void TryQuestionMarks()
    {
        if (sentences.FirstOrDefault(s => s.IsQuestion && !spoken.Contains(s)) is { } question)
        {
            Add(Matter.Question, new Cue("question.mark", true, question.Excerpt(0, question.Tokens.Count)));
        }
    }

    public void Add(Matter matter, Cue cue)
    {
        if (!cues.TryGetValue(matter, out var list))
        {
            cues[matter] = list = [];
        }

        list.Add(cue);
    }

    public IReadOnlyList<MatterFinding> Findings() => cues.Count == 0
        ? [new MatterFinding(Matter.Other, [])]
        : [.. cues.Select(c => new MatterFinding(c.Key, c.Value))];

    private void TryTable(CueTable table, IReadOnlyList<IReadOnlyDictionary<CueTable, List<PossiblePhrase>>> possible)
    {
        var found = new HashSet<CueLine>(ReferenceEqualityComparer.Instance);
        foreach (var (i, sentence) in sentences.Index())
        {
            if (!possible[i].TryGetValue(table, out var here) || (table.Matter == Matter.Question && spoken.Contains(sentence)))
            {
                continue;
            }

            var blocked = CueTable.BlockedIn(sentence, here);
            CueLine? met = null;
            foreach (var (_, line, phrase, beginnings) in here)
            {
                if (line is not null && !ReferenceEquals(line, met) && phrase.In(sentence, beginnings, blocked) is { } place)
                {
                    met = line;
                    Take(table, line, sentence, place, found);
                }
            }
        }
    }

    private void Take(CueTable table, CueLine line, Sentence sentence, (int First, int End) place, HashSet<CueLine> found)
    {
        if (line.BelongsOnly)
        {
            waiting.Add((table.Matter, sentence));
            return;
        }

        Hear(table.Matter, sentence);
        if ((line.IsExplicit || IsIndependent(table.Matter, sentence, place)) && found.Add(line))
        {
            places.Add((table.Matter, sentence, place.First, place.End));
            Add(table.Matter, new Cue(table.IdOf(line), line.IsExplicit, sentence.Excerpt(place.First, place.End)));
        }
    }

    private bool IsIndependent(Matter matter, Sentence sentence, (int First, int End) place) =>
        !places.Exists(p => p.Matter == matter && ReferenceEquals(p.Sentence, sentence) && p.First < place.End && place.First < p.End);

    /// <summary>Sentences that speak of a matter where another one did, once all cues of that matter were tried.</summary>
    private void AddWaiting()
    {
        foreach (var (matter, sentence) in waiting.Where(w => cues.ContainsKey(w.Matter)))
        {
            Hear(matter, sentence);
        }

        waiting.Clear();
    }

    private void Hear(Matter matter, Sentence sentence)
    {
        if (matter is Matter.Task or Matter.Meeting)
        {
            spoken.Add(sentence);
        }
    }

    private string? Excerpt(Phrase phrase)
    {
        foreach (var sentence in sentences)
        {
            if (phrase.In(sentence) is { } place)
            {
                return sentence.Excerpt(place.First, place.End);
            }
        }

        return null;
    }
}
