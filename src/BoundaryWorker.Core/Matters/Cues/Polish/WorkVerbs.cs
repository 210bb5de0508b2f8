namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>
/// Verbs of work that is handed over. "Send me" and "tell me" are not among them: they ask for what is there already. Each stands here as
/// "(to) do", "do!" and "will you do"; the other forms follow from these.
/// </summary>
internal static class WorkVerbs
{
    private const string Texts =
        "napisac napisz napiszesz|dopisac dopisz dopiszesz|przepisac przepisz przepiszesz|spisac spisz spiszesz|opisac opisz opiszesz|rozpisac rozpisz rozpiszesz|wpisac wpisz wpiszesz|zredagowac zredaguj zredagujesz|"
        + "przeredagowac przeredaguj przeredagujesz|przetlumaczyc przetlumacz przetlumaczysz|skrocic skroc skrocisz|wydluzyc wydluz wydluzysz|streszczac streszczaj streszczasz|strescic strec strescisz|poprawic popraw poprawisz|skorygowac skoryguj skorygujesz|"
        + "sformatowac sformatuj sformatujesz|przeformatowac przeformatuj przeformatujesz|transkrybowac transkrybuj transkrybujesz|uproscic uprosc uproscisz|rozwinac rozwin rozwiniesz|sprostowac sprostuj sprostujesz|wykreslic wykresl wykreslisz|podkreslic podkresl podkreslisz|"
        + "ponumerowac ponumeruj ponumerujesz|zatytulowac zatytuluj zatytulujesz|przeczytac przeczytaj przeczytasz|przejrzec przejrzyj przejrzysz|sprawdzic sprawdz sprawdzisz|zweryfikowac zweryfikuj zweryfikujesz|przeanalizowac przeanalizuj przeanalizujesz|podsumowac podsumuj podsumujesz";

    private const string Pages =
        "wrzucic wrzuc wrzucisz|wstawic wstaw wstawisz|wkleic wklej wkleisz|umiescic umiesc umiescisz|zamiescic zamiesc zamiescisz|opublikowac opublikuj opublikujesz|zaktualizowac zaktualizuj zaktualizujesz|aktualizowac aktualizuj aktualizujesz|odswiezyc odswiez odswiezysz|"
        + "wgrac wgraj wgrasz|zaladowac zaladuj zaladujesz|pobrac pobierz pobierzesz|podlaczyc podlacz podlaczysz|podpiac podepnij podepniesz|podlinkowac podlinkuj podlinkujesz|linkowac linkuj linkujesz|podmienic podmien podmienisz|zamienic zamien zamienisz|wymienic wymien wymienisz|zmienic zmien zmienisz|zmieniac zmieniaj zmieniasz|"
        + "usunac usun usuniesz|skasowac skasuj skasujesz|wyrzucic wyrzuc wyrzucisz|ukryc ukryj ukryjesz|zdjac zdejmij zdejmiesz|wylaczyc wylacz wylaczysz|wlaczyc wlacz wlaczysz|aktywowac aktywuj aktywujesz|zablokowac zablokuj zablokujesz|odblokowac odblokuj odblokujesz|przywrocic przywroc przywrocisz|"
        + "dodac dodaj dodasz|dorzucic dorzuc dorzucisz|dolozyc doloz dolozysz|dorobic dorob dorobisz|przesunac przesun przesuniesz|przeniesc przenies przeniesiesz|skopiowac skopiuj skopiujesz|zduplikowac zduplikuj zduplikujesz|ustawic ustaw ustawisz|poustawiac poustawiaj poustawiasz|skonfigurowac skonfiguruj skonfigurujesz|"
        + "zainstalowac zainstaluj zainstalujesz|uruchomic uruchom uruchomisz|odpalic odpal odpalisz|przetestowac przetestuj przetestujesz|naprawic napraw naprawisz|zalozyc zaloz zalozysz|utworzyc utworz utworzysz|zintegrowac zintegruj zintegrujesz|zaimportowac zaimportuj zaimportujesz|wyeksportowac wyeksportuj wyeksportujesz|udostepnic udostepnij udostepnisz|"
        + "oznaczyc oznacz oznaczysz|otagowac otaguj otagujesz|zaplanowac zaplanuj zaplanujesz|powyrzucac powyrzucaj powyrzucasz|powstawiac powstawiaj powstawiasz|pousuwac pousuwaj pousuwasz|pododawac pododawaj pododajesz|pozmieniac pozmieniaj pozmieniasz|puscic pusc puscisz";

    private const string Making =
        "przygotowac przygotuj przygotujesz|przygotowywac przygotowuj przygotowujesz|zrobic zrob zrobisz|robic rob robisz|porobic porob porobisz|wykonac wykonaj wykonasz|przerobic przerob przerobisz|obrobic obrob obrobisz|wyciac wytnij wytniesz|przyciac przytnij przytniesz|wykadrowac wykadruj wykadrujesz|zmniejszyc zmniejsz zmniejszysz|powiekszyc powieksz powiekszysz|"
        + "zaprojektowac zaprojektuj zaprojektujesz|narysowac narysuj narysujesz|opracowac opracuj opracujesz|stworzyc stworz stworzysz|zlozyc zloz zlozysz|ulozyc uloz ulozysz|rozlozyc rozloz rozlozysz|sporzadzic sporzadz sporzadzisz|zbudowac zbuduj zbudujesz|wymyslic wymysl wymyslisz|zaproponowac zaproponuj zaproponujesz|nagrac nagraj nagrasz|zmontowac zmontuj zmontujesz|"
        + "wyciszyc wycisz wyciszysz|wygenerowac wygeneruj wygenerujesz|dostosowac dostosuj dostosujesz|dopasowac dopasuj dopasujesz|wyrownac wyrownaj wyrownasz|pokolorowac pokoloruj pokolorujesz|dokonczyc dokoncz dokonczysz|skonczyc skoncz skonczysz|dopracowac dopracuj dopracujesz|popracowac popracuj popracujesz|dopiac dopnij dopniesz|polaczyc polacz polaczysz|rozdzielic rozdziel rozdzielisz|podzielic podziel podzielisz|przekonwertowac przekonwertuj przekonwertujesz";

    private const string Office =
        "uzupelnic uzupelnij uzupelnisz|wypelnic wypelnij wypelnisz|wprowadzic wprowadz wprowadzisz|zebrac zbierz zbierzesz|pozbierac pozbieraj pozbierasz|zestawic zestaw zestawisz|wydrukowac wydrukuj wydrukujesz|zeskanowac zeskanuj zeskanujesz|skserowac skseruj skserujesz|posegregowac posegreguj posegregujesz|uporzadkowac uporzadkuj uporzadkujesz|posortowac posortuj posortujesz|"
        + "posprzatac posprzataj posprzatasz|poukladac poukladaj poukladasz|zarchiwizowac zarchiwizuj zarchiwizujesz|policzyc policz policzysz|podliczyc podlicz podliczysz|obliczyc oblicz obliczysz|przeliczyc przelicz przeliczysz|wyliczyc wylicz wyliczysz|wycenic wycen wycenisz|porownac porownaj porownasz|wyszukac wyszukaj wyszukasz|poszukac poszukaj poszukasz|znalezc znajdz znajdziesz|rozejrzec rozejrzyj rozejrzysz|namierzyc namierz namierzysz|"
        + "wybrac wybierz wybierzesz|zarezerwowac zarezerwuj zarezerwujesz|zabukowac zabukuj zabukujesz|zamowic zamow zamowisz|zamawiac zamawiaj zamawiasz|domowic domow domowisz|kupic kup kupisz|dokupic dokup dokupisz|zalatwic zalatw zalatwisz|ogarnac ogarnij ogarniesz|zorganizowac zorganizuj zorganizujesz|odwolac odwolaj odwolasz|anulowac anuluj anulujesz|przedluzyc przedluz przedluzysz|odnowic odnow odnowisz|zarejestrowac zarejestruj zarejestrujesz|zapisac zapisz zapiszesz|wypisac wypisz wypiszesz|"
        + "zglosic zglos zglosisz|zapakowac zapakuj zapakujesz|nadac nadaj nadasz|odebrac odbierz odbierzesz|zawiezc zawiez zawieziesz|zlecic zlec zlecisz|przejac przejmij przejmiesz|dopilnowac dopilnuj dopilnujesz|przypilnowac przypilnuj przypilnujesz|monitorowac monitoruj monitorujesz|zatwierdzic zatwierdz zatwierdzisz|oplacic oplac oplacisz|zaksiegowac zaksieguj zaksiegujesz|rozpisywac rozpisuj rozpisujesz";

    private const string People =
        "odpisac odpisz odpiszesz|odpisywac odpisuj odpisujesz|rozeslac rozeslij rozeslesz|porozsylac porozsylaj porozsylasz|obdzwonic obdzwon obdzwonisz|wydzwonic wydzwon wydzwonisz|zaprosic zapros zaprosisz|powiadomic powiadom powiadomisz|poinformowac poinformuj poinformujesz|zawiadomic zawiadom zawiadomisz|przypomniec przypomnij przypomnisz|przeprosic przepros przeprosisz|ponaglic ponaglij ponaglisz|podziekowac podziekuj podziekujesz|zapytac zapytaj zapytasz|podpytac podpytaj podpytasz";

    private const string All = Texts + "|" + Pages + "|" + Making + "|" + Office + "|" + People;

    // What is also said of something else: "połóż", "zestaw" (a set), "odbierz telefon", "wymień się", "zapytać chciałam".
    private const string AsNouns = "zestaw|strec|spisz";

    /// <summary>"proszę przygotować", "czy możesz zrobić".</summary>
    public static string Infinitives { get; } = VerbForms.Of(All, 0) + "|ogarniac|zajac|-zapytac|-podpytac|-podziekowac|-przeprosic|-polaczyc|-zaproponowac|-odebrac|-wybrac|-przeczytac";

    /// <summary>"przygotuj", "przygotujcie".</summary>
    public static string Imperatives { get; } =
        VerbForms.Of(All, 1) + "|" + VerbForms.Of(All, 1, ending: "cie") + string.Concat(AsNouns.Split('|').Select(n => "|-" + n))
        + "|-zaproponuj|-zaproponujcie|-przeczytaj|-polacz|-przypomnij|-opisz|-przepros|-wybierz|-odbierz|-pobierz|-loz";

    /// <summary>"zrobisz mi z tego prezentację?".</summary>
    public static string Futures { get; } = VerbForms.Of(All, 2) + "|zajmiesz|-robisz|-zmieniasz|-zamawiasz|-odpisujesz|-linkujesz|-aktualizujesz|-przygotowujesz|-monitorujesz|-wybierzesz|-odbierzesz|-zaproponujesz|-przeczytasz";

    /// <summary>"niech Pani przygotuje", "zrobi Pani?".</summary>
    public static string Thirds { get; } = VerbForms.Of(All, 2, cut: 2) + "|zajmie|-robi|-zmienia|-zamawia|-odpisuje";

    /// <summary>"proszę o przygotowanie".</summary>
    public const string Nouns =
        "przygotowani*|zrobieni*|wykonani*|poprawieni*|poprawk*|uzupelnieni*|dopisani*|dodani*|usunieci*|skasowani*|zmian*|zmienieni*|podmian*|podmienieni*|zamian*|wrzuceni*|wstawieni*|umieszczeni*|opublikowani*|publikacj*|zaktualizowani*|"
        + "aktualizacj*|napisani*|przepisani*|zredagowani*|redakcj*|korekt*|przetlumaczeni*|tlumaczeni*|zarezerwowani*|rezerwacj*|zamowieni*|zakup|zaprojektowani*|opracowani*|stworzeni*|utworzeni*|zalozeni*|zebrani*|zestawieni*|sporzadzeni*|"
        + "sprawdzeni*|przejrzeni*|weryfikacj*|ustawieni*|konfiguracj*|zorganizowani*|organizacj*|zaplanowani*|rozeslani*|wydrukowani*|skroceni*|przerobieni*|dokonczeni*|zajeci*|zalatwieni*|wprowadzeni*|nagrani*|montaz*|wyszukani*|"
        + "znalezieni*|podliczeni*|zaproszeni*|przeniesieni*|wypelnieni*|zgloszeni*|napraw*|wgrani*|uruchomieni*|dostosowani*|zamieszczeni*|wycen*|transkrypcj*|instalacj*|migracj*|edycj*|modyfikacj*|analiz*|sklad|druk|wydruk|obrobk*|opracowani*|przygotowywani*|ogarnieci*";

    /// <summary>What comes out of work: "potrzebuję zestawienia".</summary>
    public const string Products =
        "zestawieni*|podsumowani*|raport*|ofert*|prezentacj*|grafik*|baner*|tlumaczeni*|tekst*|post|posta|postow|posty|opis|opisu|opisy|opisow|umow*|slajd*|ulotk*|plakat*|logo|newsletter*|analiz*|tabel*|tabelk*|arkusz*|formularz*|wizytowk*|zaproszeni*|notatk*|transkrypcj*|rezerwacj*|hotel*|bilet*|lot|lotu|artykul*|harmonogram*|projekt*|wycen*|kosztorys*|strone|strony|listy|liste|"
        + "ankiet*|broszur*|szablon*|infografik*|okladk*|rolk*|filmik*|scenariusz*|etykiet*|zaswiadczeni*|wykres*|ogloszeni*|research|researchu|kalendarz*|landing*|banner*|mockup*|naklejk*|menu|checklist*|protokol*|streszczeni*";
}
