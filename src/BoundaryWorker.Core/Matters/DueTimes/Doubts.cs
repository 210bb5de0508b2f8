namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>Where words that look like a deadline are something else.</summary>
internal static class Doubts
{
    // Ranges ("od 8 do 16"), and until when somebody is away or open.
    private static readonly WordSet Elsewhere = WordSet.Of(
        "od|from|between|miedzy|pomiedzy|urlop*|nieobecn*|jestem|bede|pracuj*|dostepn*|zajet*|otwart*|wolne|away|leave|off|out|open|closed|available|vacation|holiday|busy|working|work|valid|wazn*|promocj*");

    private static readonly WordSet Appointments = WordSet.Of("spotkan*|umow*|call*|rozmow*|zoom*|meeting*|termin*|rezerwacj*|lot|pociag*|webinar*|zaplanowan*|bilet*");
    private static readonly WordSet Negations = WordSet.Of("nie|not|no|don't|doesn't|never|nothing|nic|without|bez|won't|isn't");

    public static bool In(Sentence sentence) => sentence.Tokens.Any(t => Elsewhere.Accepts(t.Folded));

    public static bool At(Sentence sentence, DueTime due)
    {
        var before = sentence.Tokens.Take(due.First).Reverse().Take(6);
        return before.Any(t => Negations.Accepts(t.Folded))
            || (due.IsFor && sentence.Tokens.Any(t => Appointments.Accepts(t.Folded)))
            // "Do jutra!" says goodbye.
            || (due is { Time: null, Part: null } && sentence.Tokens.Count <= due.End - due.First && due.End - due.First <= 2 && !due.IsEndOfDay);
    }
}
