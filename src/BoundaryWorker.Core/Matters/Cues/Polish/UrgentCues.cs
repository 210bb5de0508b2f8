using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Urgency in words, or a deadline within the next day, in Polish.</summary>
internal static class UrgentCues
{
    // Not "piln*": pilnować and pilnik are something else. "pilen" and "pline" are how it comes out in a hurry.
    private const string Urgent = "pilne|pilna|pilny|pilnie|pilnej|pilnego|pilnym|pilnemu|najpilniejsze|najpilniej|superpilne|arcypilne|pilniejsze|pilen|pline|pilnw|plinie|pilnee|pine|plnie";
    private const string Today = "dzis|dzisiaj|dzisaj|dziasiaj|dzisiejsz*";
    private const string Site = "strona|strony|sklep|serwis|serwer|poczta|witryna|panel|system|formularz|bramka|platforma|aplikacja|www|wszystko";
    private const string Ask = "prosze|prosimy|poprosze|potrzeb*|musze|musimy|musi|musza|trzeba|zrob|wyslij|usun|zdejmij|wrzuc|popraw|zadzwon|oddzwon|napraw|odpisz|daj|podeslij|przeslij|zmien|dodaj|wstaw|opublikuj|blagam|mozesz|moglabys|moglaby|moglbys";

    public static CueTable Table { get; } = new(
        Matter.Urgent,
        "pl",
        [
            new("pilne", true, Urgent),
            new("asap", true, "asap", "a s a p", "na cito", "cito|citem", "na sygnale"),
            new("na-juz", true, "na juz|wczoraj|teraz|zaraz", "na gwalt", "juz teraz|zaraz", $"{Ask} ... teraz|zaraz|juz $", "musze|musimy ... miec|dostac|wiedziec ... teraz|juz|zaraz", $"{Ask} ... od reki", $"{Ask} ... od razu", "teraz zaraz"),
            new("natychmiast", true, "natychmiast|niezwlocznie|bezzwlocznie|natychmiastow*|niezwloczn*|blyskawicznie|migiem|expresowo|ekspresowo", "nie cierpi|cierpiaca [zwloki]", "bez zwloki", "nie moze|mozemy|moge|moga dluzej czekac", "nie moze|mozemy|moga|moge czekac", "czas nagli|goni|ucieka", "w trybie pilnym|natychmiastowym|ekspresowym", "liczy sie kazda minuta|godzina|chwila", "kazda minuta|godzina|chwila .. liczy", "nie ma czasu|chwili .. stracenia|czekania", "gardlowa|gardlowy|podbramkow*", "noz na gardle", "goraco $", "robi sie goraco", "blagam"),
            new("jak-najszybciej", true, "jak|mozliwie najszybciej|najszybsz*|najpredzej|najrychlej|najwczesniej|najszybcej|najszybiej", "najszybciej jak", "w pierwszej kolejnosci", "najwyzszy|wysoki priorytet", "priorytet* $", "im szybciej tym", "jak tylko .. przeczytasz|odbierzesz|zobaczysz", "bez czekania"),
            new("jeszcze-dzis", true, $"jeszcze {Today}", $"na {Today} $", $"{Today}|jutro do|przed|najpozniej #|poludni*|polnoc*|wieczor*", $"do|przed # {Today}|jutro", $"najpozniej {Today}|jutro|do", $"deadline|termin|wazn*|wygasa|mija|konczy|uplywa ... {Today}|polnocy", $"{Today}|polnocy|jutro .. mija|uplywa|wygasa|konczy|zamyka|zamykaja|deadline", "deadline|termin .. jutro", "w ciagu|przeciagu # godzin*|minut*|min|h", "do konca dnia|dzisiejszego|dniowki", "do wieczora|poludnia|polnocy", $"na {Today}|jutro rano|wieczor|poludnie", "do jutra", "na jutro rano|na|do", $"do {Today}", "przed jutrzejsz*", "w ciagu|przeciagu godziny|kwadransa|pol|najblizszej|najblizszych|dwoch|kilku", "za # godzin*|minut* ... musi|musze|startuje|zaczyna", $"potrzeb* ... na jutro|{Today}|wieczor", $"{Ask} ... {Today} $", $"musi|musza|trzeba|musimy|musze ... {Today}", $"{Today} musi|musze|musimy|prosze|trzeba", "na ostatnia chwile", "za # min|minut"),
            new("pali-sie", true, "pali|pala sie", "sie pali|pala", "ratuj|ratujcie|ratunku", "alarm|alarmowa|alarmowo", "awaria|awarie|awarii", "wszystko lezy", "na ostatnia chwile", "sytuacja awaryjna|kryzysowa|podbramkowa", "katastrofa", "sos"),
            new("strona-lezy", true, $"{Site} [nam|nadal|znow|znowu|calkiem] lezy|padl|padla|padlo|stoi|stanal|stanela", "lezy|padl|padla|stoi strona|sklep|serwer|serwis|poczta|system", $"{Site} [w|nam|ogole|nadal|znow|znowu|calkiem|zupelnie] [ogole] przestal|przestala dzialac", "nie dziala [nam|cala|caly] strona|sklep|serwer|poczta|serwis", "strona|sklep|serwer|poczta|serwis [nam|znow|znowu|w|ogole] [ogole] nie dziala", "zhakowa*|zhackowa*|wlamali|wlamanie"),
        ],
        $"nie .. {Urgent}",
        $"nic .. {Urgent}",
        $"bez {Urgent}",
        $"niezbyt|malo|srednio|mniej|nieszczegolnie|zaden|zadne|zadna|niby {Urgent}",
        $"jak|jesli|gdyby|jezeli|gdy|kiedy|o .. {Urgent}",
        $"w .. razie|przypadku|sprawach {Urgent}|pilnych|pilnych",
        $"{Urgent} .. nie jest|bylo|byla",
        $"{Urgent} nie",
        $"byl*|bylo {Urgent}",
        $"przestal*|przestalo ... {Urgent}",
        $"{Urgent} juz nie",
        "prace|czesc|zostalo|zrobilem|zrobilam .. jeszcze dzis|dzisiaj",
        "nie|nic .. na juz|wczoraj|teraz|dzis|dzisiaj|jutra|jutro|zaraz",
        "nie|nic .. jeszcze|od dzis|dzisiaj|reki|razu",
        "nie .. natychmiast|najszybciej|priorytet*",
        "nie|przestan .. pali|pala sie",
        "nie sie pali",
        "jestem|bede|nie|urlop*|nieobecn*|pracuj*|otwarte|czynn* ... do jutra|wieczora|dzis|dzisiaj|poludnia|polnocy|konca",
        "do jutra $",
        "plan|plany na dzis|dzisiaj|teraz|jutro",
        "spotkajmy|zdzwonmy|zdzwonic|widzimy|spotkac ... dzis|dzisiaj|jutro",
        "jak na teraz|juz",
        "na teraz to|tyle|wszystko");
}
