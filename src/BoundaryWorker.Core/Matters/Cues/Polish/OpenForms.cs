namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>
/// Forms of any verb by their endings, less what looks alike and what asks for an answer or a talk. They know no verb, so cues made of
/// them are never explicit.
/// </summary>
internal static class OpenForms
{
    // "Przesłać mi", "podać", "potwierdzić" ask for what is there; "spotkać się", "zadzwonić" for a talk; "uznać za bezprzedmiotowe" for nothing.
    private const string Answers =
        "-przyslac|-przysylac|-przesylac|-dostarczyc|-nadsylac|-zalaczyc|-przeslac|-podeslac|-wyslac|-odeslac|-nadeslac|-dosylac|-dostac|-podac|-dac|-powiedziec|-odpowiedziec|-potwierdzic|-wyjasnic|-wskazac|-pokazac|-okreslic|-podrzucic|-napisac|-wytlumaczyc|-doradzic|-polecic|-przypomniec|-odezwac|-liczyc|-zapytac|-spytac|-pytac|-dopytac|-wiedziec|"
        + "-spotkac|-zadzwonic|-oddzwonic|-przedzwonic|-dzwonic|-zdzwonic|-porozmawiac|-rozmawiac|-pogadac|-umowic|-omowic|-obgadac|-przegadac|-polaczyc|-dolaczyc|-wpasc|-przyjechac|-przyjsc|-podejsc|-zlapac|-wskoczyc|-poznac|-widziec|-skontaktowac|-kontaktowac|-kierowac|"
        + "-uznac|-przyjac|-wybaczyc|-traktowac|-pamietac|-zignorowac|-ignorowac|-czekac|-zaczekac|-poczekac|-odpoczac|-odpoczywac|-martwic|-przejmowac|-gniewac|-wierzyc|-zwrocic|-zwracac|-odpowiadac|-spodziewac|-prosic|-podziekowac|-dziekowac|-przeprosic|-zyczyc|-odliczyc|-zaczynac|"
        + "-uregulowac|-regulowac|-zaplacic|-placic|-wystawic|-wystawiac|-rozliczyc|-rozliczac|-dokonac|-przelac|-wplacic|-byc|-miec|-moc|-zobaczyc|-znac|-dowiedziec|-otrzymac|-zrozumiec|-wziac|-zdazyc|-liczyc|-wrocic|-powtorzyc|-myslec|-sadzic|-zakladac|-przyznac|-dodac|-zaproponowac|-zasugerowac|-zadeklarowac|-ustosunkowac|-odniesc|-zauwazyc|-wspomniec|-zaczac|-pozdrowic|-usiasc|-siasc|-podjechac|-podskoczyc|-zajrzec|-spojrzec|-wejsc|-wyrazic|-okazac|-upewnic|-uscislic|-doprecyzowac|-sprecyzowac|-skierowac|-zaksiegowac|-przelozyc|-spojrzec|-dziwic|-zlosc|-zloscic|-obrazac|-mowic|-pisac|-dopowiedziec|-rozwiac|-zdradzic|-odczekac|-wstrzymac|-czuc|-przekazac";

    /// <summary>"proszę wykadrować", "czy mogłaby Pani oszlifować".</summary>
    public const string Infinitives =
        "*ac|*ic|*yc|*ec|*uc|*sc|-miesiac|-tysiac|-wiec|-koniec|-nic|-tablic|-ulic|-roznic|-granic|-stolic|-okolic|-palac|-plac|-*osc|-czesc|-tresc|-gosc|-rzec|-obec|-polowiec|-marzec|-czerwiec|-czerwic|-kwiec|-prac|-stac|-piec|-grac|-zdjec|-spotkanic|" + Answers;

    /// <summary>"proszę o wykadrowanie", "o modernizację".</summary>
    public const string Nouns =
        "*anie|*enie|*ecie|*niecie|*acje|*kcje|-potwierdzenie|-wyjasnienie|-wyjasnienia|-przeslanie|-podeslanie|-podanie|-odeslanie|-nadeslanie|-dostarczenie|-okreslenie|-wskazanie|-udzielenie|-udostepnienie|-oddzwonienie|-spotkanie|-zrozumienie|-pytanie|-zdanie|-zaproponowanie|-umowienie|"
        + "-wystawienie|-uregulowanie|-oplacenie|-zaplacenie|-rozliczenie|-dokonanie|-polecenie|-zdjecie|-ubezpieczenie|-szkolenie|-zebranie|-zycie|-wybaczenie|-powiadomienie|-zaswiadczenie|-doradzenie|-przybycie|-przyjecie|-uznanie|-zaufanie|-milczenie|-rozwazenie|-zainteresowanie|-wytlumaczenie|"
        + "-przesuniecie|-okazanie|-pokwitowanie|-skontaktowanie|-nawiazanie|-uscislenie|-doprecyzowanie|-sprecyzowanie|-odniesienie|-ustosunkowanie|-zaksiegowanie|-uiszczenie|-spelnienie|-pozwolenie|-wspolczucie|-propozycje|-zadzwonienie|-dosylanie|-wyznaczenie|-umozliwienie|-rozlozenie|-zadanie|-sniadanie|-mieszkanie|-wydanie|-odezwanie|-usprawiedliwienie|-upowaznienie|-wsparcie|-zwrocenie|-oszacowanie|-poczekanie|-dolaczenie|-informacje|-konsultacje|-rekomendacje|-akceptacje|-wakacje|-reakcje|-relacje|-kolacje|-stacje|-sytuacje|-decyzje|-instrukcje|-deklaracje|-atrakcje";

    /// <summary>"wykadruj", "dociągnij" at the beginning of a sentence.</summary>
    public const string Imperatives =
        "*uj|*nij|*aj|*yslij|*pisz|*staw|*lacz|*acz|*mien|*kladz|*loz|*tnij|*sun|*nies|*bierz|*rzuc|*rob|-dziekuj|-gratuluj|-zaproponuj|-przedyskutuj|-dzwon|-daj|-podaj|-poczekaj|-czekaj|-zaczekaj|-pamietaj|-czytaj|-odpoczywaj|-trzymaj|-uwazaj|-witaj|-raj|-maj|-kraj|-wczoraj|-dzisiaj|-tutaj|-zazwyczaj|-zwyczaj|-przypomnij|-wyjasnij|-odpocznij|"
        + "-zapytaj|-pytaj|-spytaj|-poznaj|-zagladaj|-obczaj|-sluchaj|-posluchaj|-zerknij|-nij|-inaczej|-dostaw|-wystaw|-*cznij|-dbaj|-spadaj|-przestan|-ufaj|-zgaduj|-tramwaj|-mikolaj|-obaj|-oboje|-promien|-plomien|-rodzaj|-zakladaj|-baw|-spisz|-piszesz|-milej|-ponadto|-pokaz|-raczej|-znacz|-zobacz|-wybacz|-podrzuc|-kamien|-jesien|-dzien|-dzialaj|-wspominaj|-powodzenia|-ratuj|-nie*|-przejmuj|-martw|-przedwczoraj|-wracaj|-bywaj|-kochaj|-usciskaj|-zgadnij|-wpadaj|-przyznaj|-opowiadaj|-oddychaj|-usmiechnij|-odsapnij|-nabierz|-dotrzymaj|-zapamietaj|-zapomnij|-znaj|-gadaj|-pogadaj|-spotkaj|-umawiaj|-zamilcz|-tlumacz|-dopytaj|-zycz|-biegnij|-rozchmurz|-napisz|-podpisz";
}
