using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Urgency in words, or a deadline within the next day, in Polish.</summary>
internal static class UrgentCues
{
    // Not "piln*": pilnować and pilnik are something else. "pilen" and "pline" are how it comes out in a hurry.
    private const string Urgent = "pilne|pilna|pilny|pilnie|pilnej|pilnego|pilnym|pilnemu|najpilniejsze|najpilniej|superpilne|pilen|pline|pilnw|plinie";

    public static CueTable Table { get; } = new(
        Matter.Urgent,
        "pl",
        [
            new("pilne", true, Urgent),
            new("asap", true, "asap", "a s a p", "na cito", "cito"),
            new("na-juz", true, "na juz|wczoraj|teraz|zaraz", "na gwalt"),
            new("natychmiast", true, "natychmiast|niezwlocznie|bezzwlocznie|natychmiastow*|blyskawicznie", "nie cierpi|cierpiaca [zwloki]", "nie moze|mozemy|moge dluzej czekac", "nie moze|mozemy|moga czekac", "czas nagli|goni", "w trybie pilnym"),
            new("jak-najszybciej", true, "jak|mozliwie najszybciej|najszybsz*|najpredzej|najrychlej", "najszybciej jak"),
            new("jeszcze-dzis", true, "jeszcze dzis|dzisiaj", "na dzis|dzisiaj $", "dzis|dzisiaj|jutro do|przed #", "do # dzis|dzisiaj|jutro", "najpozniej dzis|dzisiaj|jutro", "deadline|termin .. dzis|dzisiaj|jutro", "w ciagu|przeciagu # godzin*", "do konca dnia", "do wieczora", "na dzis|dzisiaj|jutro rano|wieczor", "do jutra", "na jutro rano", "do dzis|dzisiaj", "przed jutrzejsz*", "w ciagu|przeciagu godziny|kwadransa|pol", "potrzeb* ... na jutro|dzis|dzisiaj|wieczor"),
            new("pali-sie", true, "pali sie", "ratuj|ratujcie|ratunku", "alarm", "awaria|awarie", "wszystko lezy", "na ostatnia chwile", "sytuacja awaryjna|kryzysowa|podbramkowa"),
        ],
        $"nie .. {Urgent}",
        $"nic .. {Urgent}",
        $"niezbyt|malo|srednio|mniej|nieszczegolnie {Urgent}",
        $"jak|jesli|gdyby|jezeli|gdy|kiedy|o .. {Urgent}",
        $"w .. razie|przypadku|sprawach {Urgent}|pilnych|pilnych",
        $"{Urgent} .. nie jest|bylo|byla",
        $"byl*|bylo {Urgent}",
        "prace|czesc|zostalo|zrobilem|zrobilam .. jeszcze dzis|dzisiaj",
        "nie .. na juz|wczoraj|teraz|dzis|dzisiaj|jutra|jutro",
        "nie .. jeszcze dzis|dzisiaj",
        "nie .. natychmiast|najszybciej",
        "jestem|bede|nie|urlop*|nieobecn* ... do jutra|wieczora|dzis|dzisiaj",
        "do jutra $",
        "plan|plany na dzis|dzisiaj|teraz|jutro");
}
