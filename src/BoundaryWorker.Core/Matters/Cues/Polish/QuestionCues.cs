using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>A question that is not marked as one by its question mark, in Polish.</summary>
internal static class QuestionCues
{
    public static CueTable Table { get; } = new(
        Matter.Question,
        "pl",
        [
            new("mam-pytanie", true, "mam|mamy .. pytanie|pytanko|pytania|watpliwosc*", "^ pytanie|zapytanie|pytania $", "chcialbym|chcialabym|chcialem|chcialam .. zapytac|spytac|dopytac|dowiedziec"),
            new("zastanawiam-sie", true, "zastanawiam sie .. czy|jak|kiedy", "nie wiem .. czy|jak|kiedy|gdzie|co", "ciekawi mnie", "pytam .. czy|o|kiedy|bo"),
            new("daj-znac", true, "daj|dajcie|prosze .. znac .. czy|kiedy|jak|co|ile|gdzie", "powiedz|napisz|odpisz|sprawdz [mi|prosze] [mi|prosze] czy|kiedy|jak|co|gdzie|ile", "prosze o .. informacj*|odpowiedz|potwierdzenie|wyjasnieni*", "potrzebuje .. informacji|odpowiedzi"),
            new("czy", false, "^ czy .. masz|ma|macie|mozna|jest|sa|bedzie|udalo|wiesz|wie|pani|pan|moge|mozemy|da|juz|to|mamy|dostalas|dostala|byla|byl"),
            new("pytajnik-bez-znaku", false, "^ kiedy|gdzie|ile|dlaczego|czemu|skad|jak|kto|ktora|ktory|ktore ..."),
            new("przeslij-mi", false, "przeslij|podeslij|wyslij|podaj .. mi|nam", "^ przeslij|podeslij|podaj", "prosze .. o .. przeslanie|podeslanie|podanie", "prosze .. przeslac|podeslac|podac", "mozesz|moglabys|moglbys|moglaby|moglby ... przeslac|podeslac|podac|wyslac"),
        ],
        "^ kiedy|jak|gdzie|jesli tylko|bedziesz|bedzie|znajdziesz|wroce|skoncze",
        "jak|kiedy|gdzie .. wiesz|wspomin*|ustal*|rozmaw*|pisal*|zawsze");
}
