using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>A meeting or a call asked for, in Polish. What has been ("wróciłem ze spotkania") is not asked for.</summary>
internal static class MeetingCues
{
    private const string Meet = "spotkac|zdzwonic|zdzwaniac|sdzwonic|porozmawiac|pogadac|polaczyc|obgadac|przegadac|omowic|umowic|zobaczyc|skontaktowac|zadzwonic|przedyskutowac|podzwonic|pomowic|rozmowic|zlapac|wskoczyc|usiasc|poznac|spotkanie|rozmowe|calla|call";
    private const string Talk = "spotkani*|rozmow*|call*|telefon|telefonu|telefonie|telefoniczn*|zoom*|teams*|wideorozmow*|wideokonferencj*|wideo*|telekonferencj*|zdzwonk*|spotkanko|konsultacj*|kaw*|meet|meeta|meecie|videocall|wideocall|skype*|lunch*|narad*";
    private const string Surely = "spotkani*|rozmow*|call*|zoom*|teams*|wideorozmow*|wideokonferencj*|telekonferencj*|zdzwonk*|spotkanko|videocall|skype*|kawa|kawe|meeta|meecie";
    private const string Day = "poniedzialek|poniedzialku|wtorek|wtorku|srode|sroda|srody|czwartek|czwartku|piatek|piatku|sobote|sobota|niedziele|niedziela|jutro|dzis|dzisiaj|pojutrze|pon|wt|sr|czw|pt|tygodniu|tygodnia|tydzien|tyg|weekend|rano|poludniu|wieczorem|popoludniu";
    private const string Time = "chwile|chwilke|chwileczke|chwil|moment|momencik|minute|minutke|minut|min|czas|kwadrans|kwadransik|pol|godzinke|godzine|termin|wolne|wolna|wolny|*minut*";
    private const string Online = "zooma|zoomie|zoom|teamsie|teamsach|teamsy|teams|meecie|meeta|meet|skypie|skype|telefon|telefonie|telefonicznie|zywo|osobiscie|twarza|kawie|wideo|online|calla|callu|callem";

    public static CueTable Table { get; } = new(
        Matter.Meeting,
        "pl",
        [
            new("spotkajmy-sie", true, $"zrobmy|zrobimy|ustawmy|ustawimy|zaplanujmy|umowmy|wskoczmy|skoczmy|znajdzmy|wybierzmy|ustalmy .. {Surely}|termin|chwil*", "spotkajmy|zdzwonmy|sdzwonmy|umowmy|porozmawiajmy|pogadajmy|polaczmy|zdzwaniamy|zdzwaniajmy|obgadajmy|przegadajmy|dogadajmy|omowmy|zdzwonimy|zdzwonimy|spotkamy|pogadamy|obgadamy|przegadamy|omowimy|przedyskutujmy|pomowmy|zlapmy|zlapiemy|usiadzmy|siadzmy|uzgodnijmy", "widzimy|widzimy|slyszymy|zobaczymy|zobaczmy|uslyszymy sie ... ?"),
            new("czy-mozemy", true, $"mozemy|moglibysmy|moglybysmy|mozna|mozesz|moglbys|moglabys|moglaby|moglby|bysmy|chcialbym|chcialabym|chcielibysmy|chce|chcemy|musimy|musze|powinnismy|trzeba|warto|da|uda|udaloby|daloby|dalibysmy|{Nice}|chetnie|proponuje|mozliwosc|ochote ... sie .. {Meet}", "mozemy|moglibysmy|moglybysmy|chcialbym|chcialabym|chcielibysmy|chcialybysmy|chce|chcemy|musimy|musze|powinnismy|warto|trzeba|chetnie|wole|wolalbym|wolalabym|lepiej|daloby|udaloby ... porozmawiac|pogadac|obgadac|przegadac|przedyskutowac|zadzwonic|zdzwonic|spotkac|pomowic|usiasc|siasc", $"moze ... spotkanie|spotkanko|zoom|zooma|call|calla|zdzwonka|wideorozmowa|telefon|kawa|rozmowa ?", $"omowic|omowie|omowimy|omowmy|opowiem|pokaze|przedstawie|przedstawic|pokazac|ustalic|przejsc|wyjasnic|dogadac|zalatwic|obgadac|temat|to|sprawa ... na|przez|o|przy|w {Online}", "to|temat|sprawa ... na zooma|teamsy|calla|telefon|meeta $", "chetnie|chcialbym|chcialabym|milo|bym .. pania|pana|cie|osobiscie poznac|poznala|poznal", "poznac|poznala|poznal .. osobiscie|pania osobiscie", $"{Meet} osobiscie|telefonicznie|na"),
            new("kiedy-sie", true, $"kiedy|gdzie|czy|o .. mozemy|moglibysmy|mozna|moglabym|moglbym ... {Meet} ?", $"kiedy|jak .. {Meet} ?", $"kiedy .. masz|ma|macie|znajdziesz|znajdzie|mialabys|mialbys|mialaby|mialby .. {Time} ... ?", $"kiedy .. czas .. na {Talk}", $"kiedy ... {Meet}", "kiedy .. dzwonic|zadzwonic|przedzwonic|wpasc|podjechac|podejsc", "kiedy .. dostepny|dostepna|uchwytny|uchwytna|wolny|wolna", "jestes|pani|pan|bedziesz dostepny|dostepna|uchwytna|uchwytny|wolna|wolny ... ?", $"czy|a {Day} ... {Talk} ?"),
            new("minuty-na-rozmowe", true, $"minut*|min|chwil*|moment|godzin*|kwadrans|czas|czasu ... na|zeby|by|aby .. {Surely}|telefon", "chwil*|moment|minut*|min|czas|czasu|kwadrans|godzin* .. zeby|aby|by|na .. porozmawiac|pogadac|obgadac|przegadac|omowic|zadzwonic|zdzwonic|spotkac", $"chwil*|moment|minut*|#|kwadrans|godzin* .. {Meet}", $"^ masz|macie|mialabys|mialbys|znajdziesz|znajdziecie|bedziesz .. {Time} ... {Day}|#|o|kolo ?", $"masz|ma|znajdzie|znajdziesz|mialaby|mialby [pani|pan|moze|dla] [moze|mnie|pani|pan|jakas] {Time} ... {Day} ?", $"masz|ma|znajdziesz|znajdzie [pani|pan|moze] {Time} [dla] [mnie|nas|moze] $ ?"),
            new("proponuje-spotkanie", true, "mozliwosc|okazja|szansa .. rozmowy|spotkania|telefonu|wideorozmowy|porozmawiania|pogadania", $"proponuj*|zaproponowac|zapraszam|zapraszamy|umowic|ustalic|zaplanowac|zorganizowac|umawiac .. {Surely}|telefon|konsultacj*", $"prosze|poprosze|prosimy|prosba|prosilbym|prosilabym [bardzo|pilnie|tylko] o .. {Surely}|telefon|konsultacj*", "prosze|poprosze|prosimy|prosba o .. kontakt telefoniczny|oddzwonienie|spotkanie|umowienie|telefon", $"chcialbym|chcialabym|chetnie|chcielibysmy|zalezy|marzy ... na|o|sie|w {Surely}|konsultacj*", "prosze|prosba o [podanie|propozycje|zaproponowanie] termin* .. spotkania|rozmowy", "prosze o propozycje termin*", "o|na termin* spotkania|rozmowy|calla", "umowic|umowmy|umowimy|umowilibysmy sie", "sie .. umowic|umowimy", "zaproponuj|zaproponujcie .. termin*|slot*|godzin*", "znac kiedy .. masz|macie|bedziesz|znajdziesz|ma|mozesz ... czas|chwile|pogadac|rozmawiac|dostepna|dostepny|wolna", "potrzebuje|potrzebujemy|potrzebna|potrzebne .. rozmowy|spotkania|calla|rozmowa|spotkanie|konsultacji", "spotkanie|rozmowe w .. celu|sprawie", "spotkanie|spotkania w dniu"),
            new("zadzwon", true, "zadzwon|oddzwon|przedzwon|zadzwoncie|zadzwonisz|oddzwonisz|dzwon|zadzown|zadwon|przekrec [prosze|pilnie|jak|do|jutro|dzis|natychmiast|szybko|kiedy|mi|na|pls|koniecznie|w] -klient*|-hotel*|-drukar*", "prosze|prosimy .. zadzwonic|oddzwonic|przedzwonic -klient*", "moze|mozesz|moglabys|moglaby|moglbys|moglby|zechcialaby|da ... zadzwonic|oddzwonic|przedzwonic", "zadzwon|oddzwon|oddzwoncie $", "daj .. znac kiedy .. zadzwonic|dzwonic|pogadac|rozmawiac|spotkac", "odezwij|odezwiesz|odezwie .. sie .. telefonicznie"),
            new("moge-zadzwonic", true, "moge|moglbym|moglabym|mozna .. zadzwonic|przedzwonic|oddzwonic", "zadzwonie|przedzwonie ?", "kiedy|o ktorej .. zlapac|zlapie|dzwonic|zadzwonic", "zlapac .. cie|pania|pana|sie ... telefonicznie|telefonem|na|dzis|jutro|w"),
            new("wpadnij", true, "wpadniesz|wpadnij|wpadniecie|przyjedz|przyjedziesz|podjedziesz|wpasc|podskoczysz|podejdziesz|wpadlabys|wpadlbys|przyjdziesz|wpadnie ?", "wpadniesz|wpadnij|wpasc|przyjsc|podjechac|przyjechac|podejsc|przyjdz|przyjedz .. do nas|biura|mnie|pracowni|siedziby|studia", "mozesz|moglabys|moglaby|moglby|moglbys ... wpasc|podjechac|przyjechac|podejsc|przyjsc"),
            new("call-jutro", true, $"^ call|zoom|spotkanie|rozmowa|telefon|kawa|teams|zdzwonka|meet|wideorozmowa .. {Day}|o ?", $"^ call|zoom|spotkanie|zdzwonka|kawa ... {Day} ?", "szybki|krotki|szybka|krotka|szybkiego|krotkiego|szybka|szybkie|krotkie|krotka call|calla|telefon|rozmowa|rozmowe|zoom|zooma|spotkanie|zdzwonka|zdzwonke|wideorozmowa", $"pasuje|odpowiada|pasowal*|odpowiadal* ... {Talk} ?", $"{Talk} .. pasuje|odpowiada|pasowal* ... ?", $"^ {Surely} $ ?", $"^ {Surely} [o|w|na|jutro|dzis] # ?"),
            new("dolacz", true, $"dolaczyc|dolaczysz|dolaczy|dolacz|dolaczenie .. do|na|w ... {Surely}", "wezmiesz|wezmie|wziac .. udzial w .. spotkani*|rozmow*|call*|telekonferencj*", $"link|zaproszenie .. do|na {Surely} ... wysle|przesle|ponizej|wyslemy", "wyslac|wysle|wyslij|przeslij .. zaproszenie|zaproszenia .. na|do .. call*|spotkani*|kalendarz*|zoom*|teams*"),
            new("przelozmy", true, $"przelozmy|przesunmy|odwolajmy|przeniesmy|przelozyc|przesunac|przeniesc|przelozymy|przesuniemy|przelozenie|przesuniecie|odwolac ... spotkani*|rozmow*|call*|zoom*|zdzwonk*|telekonferencj*|konsultacj*", "odwoluje|musze odwolac .. nasze|nasza|dzisiejsze|jutrzejsze"),
            new("czy-pasuje", false, $"pasuje|pasowal*|odpowiada|odpowiadal*|wygodnie|dogodnie|pasi ... {Day}|# ?", $"{Day}|# .. pasuje|pasowal*|odpowiada|odpowiadal*|wygodnie|pasi ... ?", "kiedy .. wygodnie|pasuje|pasowaloby|odpowiada|dogodnie"),
            new("o-ktorej", false, $"^^ {Day} ... ?", "w dogodnym .. terminie", $"jestem|bede dostepny|dostepna|wolny|wolna ... {Day}",  $"moze byc|{Day} ... ?", $"o ktorej .. pasuje|wygodnie|mozesz|odpowiada ?") { BelongsOnly = true },
        ],
        "po|ze|na|podczas|przed|od|z .. ostatnim|wczorajszym|wczorajszego|dzisiejszego|ostatniego|czwartkowego|*owego .. spotkani*|rozmow*|call*",
        "wrocilem|wrocilam ... spotkani*",
        "wczorajsz*|ostatni* spotkanie|rozmowa",
        $"umow|umowic|zorganizuj|zorganizowac|ustaw|ustawic|zaplanuj .. {Talk} .. z|dla klient*|pan*|firm*|dostawc*|zespol*",
        "nie .. mozemy|moge|musimy|trzeba|mozna ... spotkac|porozmawiac|zadzwonic|dzwonic",
        "dziek* .. za .. spotkanie|rozmowe|telefon|call",
        "polaczyc|omowic .. plik*|pdf*|tabel*|zdjec*",
        "numer telefonu|telefon*",
        "polaczyc|zlapac .. w|z jeden|jedno|jedna",
        "do zobaczenia",
        "zobaczymy sie .. swieta",
        "zadzwonic do klient*|nich|niej|niego|hotel*|drukar*|pan*",
        "zadzwon|przedzwon|dzwon|oddzwon [prosze] do -mnie|-nas|-mn*",
        "notatk*|ustaleni*|ustalenia|protokol* .. ze|z|po spotkani*|rozmow*");

    private const string Nice = "dobrze|fajnie|super|milo|swietnie";
}
