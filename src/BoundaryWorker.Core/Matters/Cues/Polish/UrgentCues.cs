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
            new("natychmiast", true, "natychmiast|niezwlocznie|bezzwlocznie|natychmiastow*|niezwloczn*|blyskawicznie|migiem|expresowo|ekspresowo", "nie cierpi|cierpiaca [zwloki]", "bez zwloki", "nie moze|mozemy|moge|moga dluzej czekac", "nie moze|mozemy|moga|moge czekac", "czas nagli|goni|ucieka", "w trybie pilnym|natychmiastowym|ekspresowym", "liczy sie kazda minuta|godzina|chwila", "kazda minuta|godzina|chwila .. liczy", "nie ma czasu|chwili .. stracenia|czekania", "gardlowa|gardlowy|podbramkow*", "noz na gardle", "robi sie goraco", "blagam"),
            new("jak-najszybciej", true, "jak|mozliwie najszybciej|najszybsz*|najpredzej|najrychlej|najwczesniej|najszybcej|najszybiej", "najszybciej jak", "najwyzszy|wysoki priorytet", "im szybciej tym", "jak tylko .. przeczytasz|odbierzesz|zobaczysz"),
            new("jeszcze-dzis", true, $"jeszcze {Today}", $"na {Today} $", $"{Today}|jutro do|przed|najpozniej #", $"do|przed # {Today}|jutro", $"najpozniej {Today}|jutro|do", $"deadline|termin|nabor|wygasa|mija|uplywa ... {Today}|polnocy", $"{Today}|polnocy|jutro .. mija|uplywa|wygasa|deadline", "deadline|termin .. jutro", "w ciagu|przeciagu # godzin*|minut*|min|h", "do konca dnia|dzisiejszego|dniowki", "do wieczora", $"na {Today}|jutro rano|wieczor|poludnie", "do jutra", "na jutro rano|na|do", $"do {Today}", "przed jutrzejsz*", "w ciagu|przeciagu godziny|kwadransa", "w ciagu|przeciagu pol|najblizszej|najblizszych|dwoch|kilku|paru [dwoch|trzech|kilku|#] godziny|godzin|minut", "za # godzin*|minut* ... musi|musze|startuje|zaczyna", $"potrzeb* ... na jutro|{Today}|wieczor", $"prosze|prosimy|potrzeb* ... {Today} $", $"musi|musza|trzeba ... {Today}", $"musze|musimy .. miec|dostac|wyslac|oddac|zlozyc ... {Today}", $"{Today} musi|musza|trzeba|prosze|prosimy", "na ostatnia chwile"),
            new("pali-sie", true, "pali|pala sie", "sie pali|pala", "ratuj|ratujcie|ratunku", "alarm", "awaria|awarie", "wszystko lezy", "na ostatnia chwile", "sytuacja awaryjna|kryzysowa|podbramkowa", "katastrofa", "tragedia|dramat $", "^^ sos", "^^ pomocy", "stoimy $", "na wczoraj", "w tej chwili ... prosze|musi|musimy|musze|trzeba|zrob*", "prosze|musi|musimy|musze|trzeba ... w tej chwili", "spieszy|spieszy mi|nam", "mi|nam|bardzo .. sie spieszy|pali", "goni|goni mnie|nas termin|czas", "szybko prosze", "prosze szybko", "czas .. ucieka|goni|nagli", "biegiem", "na cito", "rzuc wszystko", "klient|klienci|klientka|klientki|ludzie|goscie|wszyscy|kierowca czeka|czekaja|stoi|stoja ... granicy|drzwiami|pod|kolejce|przed"),
            new("zaraz", true, "za [pol|jakies] #|kwadrans|godzine|godziny [minut|godziny|min] mamy|mam|zaczyna*|startuj*|rusza*|wchodz*|zamyka*|musz*|musi", "zaczyna*|startuj*|rusza*|wchodz*|zamyka* .. za pol|#|kwadrans|godzine|chwile|moment", "prosze|musi|musze|musimy|trzeba|potrzeb* ... na teraz", "mozesz|moglabys|moglaby|moglbys|moglby|da|dasz ... jeszcze dzis|dzisiaj", "do jutra|dzis|dzisiaj rana|rano|poludnia|#|wieczora", "zamykaja|zamyka|konczy|koncza|mija|wygasa|uplywa|startuje|rusza ... dzis|dzisiaj|polnocy", "do|przed polnocy|polnoca", "nie dziala|dzialaja od rana|wczoraj|godziny|#|dwoch|kwadransa|poludnia|nocy", "nie moga .. zaplacic|zalogowac|wejsc|kupic|zamowic|zapisac|otworzyc", "zla|zly|zle|bledna|bledny|bledne cena|ceny|cene|plik|link|wersja|adres ... wisi|poszedl|poszla|poszlo|leci|stronie|sklepie"),
            new("tego-dnia", true, "wyslij|zrob|wrzuc|popraw|usun|zmien|podmien|opublikuj|zamow|wstaw|przygotuj|dokoncz|napraw|zdejmij|wylacz|wlacz|dodaj|odwolaj|zarezerwuj|ogarnij|zalatw .. dzis|dzisiaj|wieczorem", "mozesz|moglabys|moglaby|moglbys|moglby|da|dasz|dalabys|prosze|prosimy .. dzis|dzisiaj .. zrobic|wyslac|przygotowac|wrzucic|poprawic|usunac|zmienic|podmienic|opublikowac|zamowic|dokonczyc|naprawic|wylaczyc|wlaczyc|ogarnac|zalatwic|skonczyc|oddac|dodac|wstawic|zdjac|odwolac", "mozesz|moglabys|moglaby|moglbys|moglby|da|dasz|dalabys|prosze|prosimy ... zrobic|wyslac|przygotowac|wrzucic|poprawic|usunac|zmienic|podmienic|opublikowac|zamowic|dokonczyc|naprawic|wylaczyc|wlaczyc|ogarnac|zalatwic|skonczyc|oddac|dodac|wstawic|zdjac|odwolac .. dzis|dzisiaj", "jutro .. o|na|do # ... musi|musze|musimy|potrzeb*|trzeba", "musi|musze|musimy|potrzeb*|trzeba|prosze ... jutro rano|o|na|do", "awarie", "nic nie dziala", "wszystko .. nie dziala|dzialaja", "wysypal* sie $", "nam padl|padla|padlo|padly", "nie mozemy .. pracowac|sprzedawac|ruszyc", "zablokowal* [nam|mi] konto|strone|sklep", "wyciek|wyciekl* .. danych|dane|baza|haslo|hasla"),
            new("strona-lezy", true, $"{Site} [nam|nadal|znow|znowu|calkiem] lezy|padl|padla|padlo|stoi|stanal|stanela", "lezy|padl|padla|stoi strona|sklep|serwer|serwis|poczta|system", $"{Site} [w|nam|ogole|nadal|znow|znowu|calkiem|zupelnie] [ogole] przestal|przestala dzialac", "nie dziala [nam|cala|caly] strona|sklep|serwer|poczta|serwis", "strona|sklep|serwer|poczta|serwis [nam|znow|znowu|w|ogole] [ogole] nie dziala", "zhakowa*|zhackowa*|wlamal|wlamali|wlamanie"),
        ],
        $"nie .. {Urgent}",
        $"nic .. {Urgent}",
        $"bez {Urgent}",
        $"niezbyt|malo|srednio|mniej|nieszczegolnie|zaden|zadne|zadna|niby {Urgent}",
        $"jak|jesli|gdyby|jezeli|gdy|kiedy .. {Urgent}", $"o ile .. {Urgent}", $"o .. tyle|ile .. {Urgent}",
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
        "wysle|przesle|odesle|podesle|dam|zrobie|przygotuje|dostarcze|dosle|wrzuce|zadzwonie|oddzwonie|odezwe|odpisze|zalatwie|bede|wyslemy|damy|przeslemy|zaplace|ureguluje|oplace|zajme ... dzis|dzisiaj|jutra|jutro|najszybciej|natychmiast|niezwlocznie|zaraz|razu|wieczora|dnia",
        "*lem|*lam|*lismy|*lysmy .. natychmiast|niezwlocznie|zaraz|najszybciej|blyskawicznie|migiem",
        $"cokolwiek|gdyby|jakby|jesli|jezeli|gdy cos|bylo|bedzie|mial*|jest|wydarzy|sie|kiedys ... {Urgent}|natychmiast|niezwlocznie|pali|awaria|pilnego|lezy",
        "byla|wczorajsza|ostatnia|po|dawna|usunieta|naprawiona|wczoraj|drobna awaria|awarie", "awaria|awarie juz|wczoraj|byla|usunieta|zazegnana|opanowana|minela|naprawiona|zostala|pradu|wody|gazu|pogodowa",
        "juz .. dziala|dzialaja", "juz nie pali|lezy",
        "komunikat*|system alarm*", "falszywy alarm", "alarm falszywy|w|przeciwpozarowy",
        "dziek* .. za .. szybk*|blyskawiczn*|ekspresow*|natychmiastow*|expresow*|pilne|niezwlocz*",
        "blyskawicznie|expresowo|ekspresowo poszlo|zrobione|odpis*|zareag*|to|wyszlo|zalatwi*",
        "szybko poszlo|sie|minelo|i|odpis*|zareag*|zleci*|to",
        "nie [sie] spieszy|spieszy", "nie .. spieszy", "nie [mi|nam] sie spieszy",
        "jestem|bede|nie|urlop*|nieobecn* ... do jutra|wieczora|dzis|dzisiaj", "pracuj*|czynn*|otwart* ... do jutra|wieczora|dzis|dzisiaj|konca",
        "do jutra $",
        "plan|plany na dzis|dzisiaj|teraz|jutro",
        "spotkajmy|zdzwonmy|zdzwonic|widzimy|spotkac ... dzis|dzisiaj|jutro",
        "jak na teraz|juz",
        "na teraz to|tyle|wszystko");
}
