namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Verbs of work that is handed over, by form. "Send me" and "tell me" are not among them: they ask for what is there already.</summary>
internal static class WorkVerbs
{
    /// <summary>"proszę przygotować", "czy możesz zrobić".</summary>
    public const string Infinitives =
        "przygotowac|przygotowywac|zrobic|robic|wykonac|poprawic|popracowac|uzupelnic|dopisac|dodac|dorobic|usunac|skasowac|zmienic|podmienic|zamienic|wrzucic|wstawic|umiescic|opublikowac|"
        + "zaktualizowac|aktualizowac|napisac|przepisac|spisac|zredagowac|przeredagowac|przetlumaczyc|zarezerwowac|zamowic|kupic|zaprojektowac|opracowac|stworzyc|utworzyc|zalozyc|zebrac|zestawic|"
        + "sporzadzic|sprawdzic|przejrzec|zweryfikowac|ustawic|skonfigurowac|zorganizowac|zaplanowac|rozeslac|wydrukowac|zeskanowac|posegregowac|uporzadkowac|"
        + "skrocic|wydluzyc|przerobic|dokonczyc|skonczyc|zajac|ogarnac|zalatwic|wprowadzic|nagrac|zmontowac|obrobic|wyciac|odpisac|obdzwonic|wyszukac|znalezc|policzyc|podliczyc|rozpisac|zaprosic|przeniesc|skopiowac|wypelnic|zglosic|zdjac|naprawic|odswiezyc|wgrac|uruchomic|dostosowac|przygotowac|zamiescic|wycenic|zaimportowac|wyeksportowac|transkrybowac";

    /// <summary>"przygotuj", "proszę, dodaj"; the second person plural and "niech" come with the stems.</summary>
    public const string Imperatives =
        "przygotuj|przygotujcie|zrob|zrobcie|wykonaj|popraw|uzupelnij|dopisz|dodaj|dodajcie|dorob|usun|skasuj|zmien|podmien|zamien|wrzuc|wstaw|umiesc|opublikuj|zaktualizuj|napisz|przepisz|spisz|zredaguj|"
        + "przetlumacz|zarezerwuj|zamow|kup|zaprojektuj|opracuj|stworz|utworz|zaloz|zbierz|zestaw|sporzadz|sprawdz|przejrzyj|zweryfikuj|ustaw|skonfiguruj|zorganizuj|zaplanuj|"
        + "rozeslij|wydrukuj|zeskanuj|posegreguj|uporzadkuj|skroc|przerob|dokoncz|ogarnij|zalatw|wprowadz|nagraj|zmontuj|obrob|wytnij|odpisz|obdzwon|wyszukaj|znajdz|policz|podlicz|rozpisz|"
        + "zapros|przenies|skopiuj|wypelnij|zglos|zdejmij|napraw|odswiez|wgraj|uruchom|dostosuj|zamiesc|wycen|zaimportuj|wyeksportuj";

    /// <summary>"proszę o przygotowanie".</summary>
    public const string Nouns =
        "przygotowani*|zrobieni*|wykonani*|poprawieni*|poprawk*|uzupelnieni*|dopisani*|dodani*|usunieci*|skasowani*|zmian*|zmienieni*|podmian*|wrzuceni*|wstawieni*|umieszczeni*|opublikowani*|publikacj*|zaktualizowani*|"
        + "aktualizacj*|napisani*|przepisani*|zredagowani*|redakcj*|przetlumaczeni*|tlumaczeni*|zarezerwowani*|rezerwacj*|zamowieni*|zakup|zaprojektowani*|opracowani*|stworzeni*|utworzeni*|zalozeni*|zebrani*|zestawieni*|sporzadzeni*|"
        + "sprawdzeni*|przejrzeni*|weryfikacj*|ustawieni*|konfiguracj*|zorganizowani*|organizacj*|zaplanowani*|rozeslani*|wydrukowani*|skroceni*|przerobieni*|dokonczeni*|zajeci*|zalatwieni*|wprowadzeni*|nagrani*|montaz*|wyszukani*|"
        + "znalezieni*|podliczeni*|zaproszeni*|przeniesieni*|wypelnieni*|zgloszeni*|zdjeci*|napraw*|wgrani*|uruchomieni*|dostosowani*|zamieszczeni*|wycen*|transkrypcj*";

    /// <summary>"zrobisz mi z tego prezentację?".</summary>
    public const string Futures =
        "przygotujesz|zrobisz|poprawisz|uzupelnisz|dopiszesz|dodasz|usuniesz|zmienisz|podmienisz|wrzucisz|wstawisz|umiescisz|opublikujesz|zaktualizujesz|napiszesz|przetlumaczysz|zarezerwujesz|zamowisz|kupisz|zaprojektujesz|"
        + "opracujesz|stworzysz|zbierzesz|sprawdzisz|przejrzysz|ustawisz|zorganizujesz|zaplanujesz|rozeslesz|wydrukujesz|skrocisz|przerobisz|ogarniesz|zalatwisz|zajmiesz|wprowadzisz|zmontujesz|odpiszesz|wyszukasz|znajdziesz|wypelnisz|naprawisz|wgrasz";

    /// <summary>"niech Pani przygotuje", "zrobi Pani?".</summary>
    public const string Thirds =
        "przygotuje|zrobi|wykona|poprawi|uzupelni|dopisze|doda|usunie|zmieni|podmieni|wrzuci|wstawi|umiesci|opublikuje|zaktualizuje|napisze|przetlumaczy|zarezerwuje|zamowi|zaprojektuje|opracuje|stworzy|zbierze|sprawdzi|przejrzy|ustawi|zorganizuje|rozesle|wydrukuje|skroci|przerobi|dokonczy|zajmie|zalatwi|wprowadzi|odpisze|wyszuka|znajdzie|wypelni";

    /// <summary>What comes out of work: "potrzebuję zestawienia".</summary>
    public const string Products =
        "zestawieni*|raport*|ofert*|prezentacj*|grafik*|baner*|tlumaczeni*|tekst*|post|posta|postow|posty|opis*|umow*|slajd*|ulotk*|plakat*|logo|newsletter*|analiz*|tabel*|tabelk*|arkusz*|formularz*|wizytowk*|zaproszeni*|notatk*|transkrypcj*|rezerwacj*|hotel*|bilet*|lot|lotu|artykul*|harmonogram*|projekt*|wycen*|kosztorys*|strone|strony|listy|liste";
}
