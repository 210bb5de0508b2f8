using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>A meeting or a call asked for, in Polish. What has been ("wróciłem ze spotkania") is not asked for.</summary>
internal static class MeetingCues
{
    private const string Meet = "spotkac|zdzwonic|zdzwaniac|porozmawiac|pogadac|polaczyc|obgadac|omowic|umowic|zobaczyc|skontaktowac|zadzwonic|przedyskutowac|podzwonic|pomowic|rozmowic|spotkanie|rozmowe|calla|call";
    private const string Talk = "spotkani*|rozmow*|call*|telefon*|zoom*|teams*|wideorozmow*|telekonferencj*|zdzwonk*|spotkanko|konsultacj*|kaw*|meet|videocall";

    public static CueTable Table { get; } = new(
        Matter.Meeting,
        "pl",
        [
            new("spotkajmy-sie", true, "zrobmy|zrobimy|ustawmy|ustawimy|zaplanujmy .. spotkani*|rozmow*|call*|zoom*|telekonferencj*|wideorozmow*|zdzwonk*", "spotkajmy|zdzwonmy|umowmy|porozmawiajmy|pogadajmy|polaczmy|zdzwaniamy|obgadajmy|omowmy|zdzwonimy|spotkamy"),
            new("czy-mozemy", true, $"mozemy|moglibysmy|moglybysmy|mozna|mozesz|moglbys|moglabys|moglaby|moglby|bysmy|chcialbym|chcialabym|chcielibysmy|chce|chcemy|musimy|powinnismy|trzeba|warto|da|uda|dalibysmy|dobrze|chetnie ... sie .. {Meet}", "mozemy|moglibysmy|chcialbym|chcialabym|chcielibysmy|chce|chcemy|musimy|powinnismy|warto|trzeba|chetnie .. porozmawiac|pogadac|obgadac|przedyskutowac|zadzwonic", "moze ... spotkanie|zoom|call|zdzwonka ?"),
            new("kiedy-sie", true, $"kiedy|gdzie|czy .. mozemy|moglibysmy|mozna|moglabym|moglbym ... {Meet} ?", "kiedy .. masz|ma|macie|znajdziesz .. czas|chwile|termin", $"kiedy .. czas .. na {Talk}"),
            new("minuty-na-rozmowe", true, $"minut*|min|chwil*|moment|godzin*|kwadrans|czas|czasu ... na|zeby|by|aby .. {Talk}", "chwil*|moment|minut*|min|czas|kwadrans .. zeby|aby|by|na .. porozmawiac|pogadac|obgadac|omowic|zadzwonic|zdzwonic", $"chwil*|moment|minut* .. {Meet}"),
            new("proponuje-spotkanie", true, $"proponuj*|zaproponowac|zapraszam|zapraszamy|umowic|ustalic|zaplanowac|zorganizowac .. {Talk}", $"prosze|poprosze|prosba|prosilbym|prosilabym [bardzo] o .. {Talk}", "prosze|poprosze|prosba o .. kontakt telefoniczny|oddzwonienie|spotkanie", $"chcialbym|chcialabym|chetnie ... na {Talk}", "prosze o termin .. spotkania|rozmowy"),
            new("zadzwon", true, "zadzwon|oddzwon|przedzwon|zadzwoncie|zadzwonisz|oddzwonisz", "prosze .. zadzwonic|oddzwonic|przedzwonic"),
            new("moge-zadzwonic", true, "moge|moglbym|moglabym|mozna .. zadzwonic|przedzwonic", "zadzwonie ?"),
            new("wpadnij", true, "wpadniesz|wpadnij|wpadniecie|przyjedz|przyjedziesz|podjedziesz|wpasc ?", "wpadniesz|wpadnij .. do nas|biura|mnie"),
            new("call-jutro", true, "^ call|zoom|spotkanie|rozmowa|telefon .. jutro|dzis|dzisiaj|poniedzialek|wtorek|srode|czwartek|piatek|sobote|niedziele ?", "szybki|krotki|szybka|krotka call|telefon|rozmowa|zoom|spotkanie|zdzwonka", $"pasuje|odpowiada|pasowal*|odpowiadal* ... {Talk} ?", $"{Talk} .. pasuje|odpowiada|pasowal* ... ?", $"^ {Talk} $ ?"),
        ],
        "po|ze|na|podczas|przed|od .. ostatnim|wczorajszym|wczorajszego|dzisiejszego .. spotkani*|rozmow*|call*",
        "wrocilem|wrocilam ... spotkani*",
        $"umow|umowic|zorganizuj|zorganizowac|ustaw|ustawic|zaplanuj .. {Talk} .. z|dla klient*|pan*|firm*|dostawc*|zespol*",
        "nie .. mozemy|moge ... spotkac|porozmawiac|zadzwonic",
        "dziek* .. za .. spotkanie|rozmowe|telefon|call",
        "polaczyc|omowic .. plik*|pdf*|tabel*");
}
