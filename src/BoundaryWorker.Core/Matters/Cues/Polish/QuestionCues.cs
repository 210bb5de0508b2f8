using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>A question that is not marked as one by its question mark, in Polish.</summary>
internal static class QuestionCues
{
    private const string Ask = "przyslac|przeslac|podeslac|podac|wyslac|podrzucic|przekazac|odeslac|udostepnic|przypomniec|powiedziec|potwierdzic|wyjasnic|wskazac";

    public static CueTable Table { get; } = new(
        Matter.Question,
        "pl",
        [
            new("mam-pytanie", true, "mam|mamy .. pytanie|pytanko|pytania|watpliwosc*", "^ pytanie|zapytanie|pytania|pytanko $", "chcialbym|chcialabym|chcialem|chcialam|chcielismy|chce .. zapytac|spytac|dopytac|dowiedziec", "szybkie|krotkie|jedno|male|drobne|takie pytanie|pytanko"),
            new("zastanawiam-sie", true, "zastanawiam|zastanawiamy sie .. czy|jak|kiedy|co|ktory|ktora|ktore", "nie wiem|pamietam|rozumiem|jestem .. czy|jak|kiedy|gdzie|co|ile|dlaczego|pewna|pewny|na|jaki*|jaka|jakie|ktor*", "ciekawi mnie", "pytam|pytamy|dopytuje|pytaja .. czy|o|kiedy|bo", "ciekawa|ciekawy|ciekaw jestem .. czy|jak|ile|co"),
            new("daj-znac", true, "daj|dajcie|prosze|daj|dasz .. znac .. czy|kiedy|jak|co|ile|gdzie|ktor*", "powiedz|napisz|odpisz|sprawdz|przypomnij [mi|prosze] [mi|prosze] czy|kiedy|jak|co|gdzie|ile|jaki|jaka|jakie|ktor*|skad|dlaczego", "prosze|prosimy|poprosze|prosilbym|prosilabym o .. informacj*|odpowiedz|potwierdzenie|wyjasnieni*|info|wskazani*", "potrzebuje .. informacji|odpowiedzi|info", "przypomnisz|powiesz|podpowiesz|doradzisz|wyjasnisz"),
            new("czy", false, "^ czy .. masz|ma|macie|mozna|jest|sa|bedzie|udalo|wiesz|wie|pani|pan|moge|mozemy|da|juz|to|mamy|dostalas|dostala|byla|byl", "^^ czy|a|i|hej|ola|olu czy", "^^ czy", "^^ masz|wiesz|pamietasz|macie|dostalas|slyszalas|widzialas moze|jak|czy|kiedy|gdzie|co|ile", "masz|macie|ma|wiesz|znasz moze", "cos|sa|jakies wiadomo|wiesci|nowosci"),
            new("pytajnik-bez-znaku", false, "^^ po|na|do|od|w|z|o czym|co|ile|kiedy|kogo|czego|jaki|jaka|jakie|jakiej|ktorej|ktorego|ktora", "^^ kiedy|gdzie|ile|dlaczego|czemu|skad|jak|kto|ktora|ktory|ktore|jaki|jaka|jakie|co ile|kiedy|jaki|jaka|jakie|jakiej|co|czego|z|jest|sa|ma|mam|mamy|bedzie|byl|byla|idzie|to|sie|wyglada|kosztuje|moge|moze|mozna|pani|pan|trzeba|ten|ta|osob|godzin|zostalo|wersja|lepiej", "^^ kiedy|gdzie|ile|dlaczego|czemu|skad|kto ..."),
            new("przeslij-mi", false, "przyslij|przeslij|podeslij|wyslij|podaj|podrzuc|daj|odeslij .. mi|nam", "^ przyslij|przeslij|podeslij|podaj|podrzuc", "^ podeslesz|przeslesz|podrzucisz|wyslesz|podasz", $"prosze .. o .. przeslanie|podeslanie|podanie|udostepnienie|odeslanie|nadeslanie", $"prosze|prosimy .. {Ask}", $"mozesz|moglabys|moglbys|moglaby|moglby|dalabys|dasz ... {Ask}", "poprosze|prosze [o|bardzo|tez] [o] link*|haslo|plik*|adres*|numer*|dostep*|logo|kontakt"),
        ],
        "^ kiedy|jak|gdzie|jesli tylko|bedziesz|bedzie|znajdziesz|wroce|skoncze|masz|cos|juz|zawsze|zwykle",
        "jak|kiedy|gdzie .. wiesz|wspomin*|ustal*|rozmaw*|pisal*|zawsze|skoncz*|wroc*|zobacz*",
        "masz moze racje",
        "co do|tam|prawda",
        "mozesz|moglabys|moglbys ... wyslac|przekazac do|im|jej|klient*",
        "prosze .. wyslac|przekazac|odeslac ... do|dla -mnie|-nas",
        "jak .. dla mnie",
        "do|po|od kiedy|ile tylko",
        "nie wazne|istotne");
}
