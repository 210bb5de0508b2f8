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

    public bool IsEmpty => cues.Count == 0;

    public void TryTables(IReadOnlyList<CueTable> tables, PhraseIndex index)
    {
        var possible = sentences.Select(index.PossibleIn).ToList();
        foreach (var table in tables)
        {
            TryTable(table, possible);
        }
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

    private void TryTable(CueTable table, List<PossiblePhrases> possible)
    {
        var found = new HashSet<CueLine>();
        foreach (var (i, sentence) in sentences.Index())
        {
            if (possible[i].LinesOf(table) is not { Count: > 0 } numbers || (table.Matter == Matter.Question && spoken.Contains(sentence)))
            {
                continue;
            }

            var blocked = table.BlockedIn(sentence, possible[i]);
            foreach (var line in numbers.Select(n => table.Lines[n]))
            {
                if (Met(line, sentence, blocked, possible[i]) is not { } place)
                {
                    continue;
                }

                if (table.Matter is Matter.Task or Matter.Meeting)
                {
                    spoken.Add(sentence);
                }

                if (found.Add(line))
                {
                    Add(table.Matter, new Cue(table.IdOf(line), line.IsExplicit, sentence.Excerpt(place.First, place.End)));
                }
            }
        }
    }

    private static (int First, int End)? Met(CueLine line, Sentence sentence, bool[]? blocked, PossiblePhrases possible)
    {
        foreach (var phrase in line.Parsed)
        {
            if (possible.Of(phrase) is { IsNone: false } beginnings && phrase.In(sentence, beginnings, blocked) is { } place)
            {
                return place;
            }
        }

        return null;
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
