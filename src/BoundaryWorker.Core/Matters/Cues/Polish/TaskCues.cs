using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Work handed over, in Polish.</summary>
internal static class TaskCues
{
    private static readonly string Do = WorkVerbs.Infinitives;
    private static readonly string Imperative = WorkVerbs.Imperatives;
    private const string Noun = WorkVerbs.Nouns;
    private const string Please = "prosze|prosimy|prosilbym|prosilabym|prosilibysmy|poprosze|poprosimy|poprosilbym|poprosilabym";
    private const string Would = "chcialbym|chcialabym|chcielibysmy|chcialybysmy|chce|chcemy|zalezy|zalezaloby|zalezalo|wolalbym|wolalabym|marzy";
    private const string Nice = "dobrze|fajnie|super|swietnie|milo|idealnie|cudownie|wspaniale|najlepiej|wskazane";
    private const string Grateful = "wdzieczny|wdzieczna|wdzieczni|wdziecznosc";
    private const string CanYou =
        "mozesz|moglbys|moglabys|mozecie|moglibyscie|moglybyscie|moglaby|moglby|zdolasz|zechcesz|zechcialaby|zechcialby|bylabys|bylbys|udaloby|daloby|da|dasz|dalabys|dalbys|dalaby|dalby|mozna|zdazysz|zdazylabys|podejmiesz|podjelabys|uda";

    // A colleague or the team is spoken of: who will do it is not the reader.
    private const string You = "zebys|abys|zebyscie|abyscie|bys|byscie";

    public static CueTable Table { get; } = new(
        Matter.Task,
        "pl",
        [
            new("prosze-zrobic", true, $"{Please} .. {Do}", "prosze|prosimy ... wyslac|przekazac|odeslac|zadzwonic do -mnie|-nas|-konca|-jutra"),
            new("prosze-o", true, $"{Please}|prosba|prosbe|prosby .. o .. {Noun}", $"zwracam .. prosba o .. {Noun}", $"poprosze|poprosimy|poprosilbym|poprosilabym [o] .. {WorkVerbs.Products}|{Noun}", "prosze|prosimy ... o .. wyslanie|przekazanie .. do|dla"),
            new("czy-mozesz", true, $"{CanYou}|moze|warto ... {Do} ?", $"czy {CanYou} ... {Do}", $"gdybys|gdyby|jakbys|jesli ... mogl|mogla|moglbys|moglabys|mozesz .. {Do}", $"{CanYou} [mi|nam|prosze|to|pani|pan] [to|tez|jeszcze] {Do}", $"^^ strone|to|ten|ta|te|tego|tekst|grafike|formularz ... mozesz|mozna .. {Do}"),
            new("zrob", true, $"{Imperative}"),
            new("zrobisz", true, $"^ {WorkVerbs.Futures} ?", $"czy|a {WorkVerbs.Futures} ?", $"^ {WorkVerbs.Futures} mi|nam|dla|prosze", $"^ {WorkVerbs.Futures} ... prosze|dzieki", $"to|tym|sie|mi|nam|moze {WorkVerbs.Futures} ?"),
            new("niech-pani", true, $"niech .. {WorkVerbs.Thirds}", $"^ {WorkVerbs.Thirds} pani|pan ?", $"czy {WorkVerbs.Thirds} pani|pan ?", $"czy pani|pan {WorkVerbs.Thirds} ?"),
            new("potrzebuje", true, $"potrzebuje|potrzebujemy|potrzebny|potrzebna|potrzebne|przydalby|przydalaby|przydaloby|potrzebowalbym|potrzebowalabym|potrzeba|trzeba .. {WorkVerbs.Products}|{Noun}", "potrzebuje|potrzebujemy ... zebys|abys|zeby pani|zeby pan", "potrzebuje|potrzebujemy|potrzebne [tego|to|je|ich|go] [na|do|przed|dzis|jutro] wczoraj|jutra|jutro|dzis|dzisiaj|piatku|piatek|poniedzialku|poniedzialek|rana|juz"),
            new("chce-zebys", true, $"{Would}|prosze ... {You}|zeby|aby ... {WorkVerbs.Products}", $"{Would}|{Nice} ... {You}|jakbys|gdybys", $"{Would}|{Nice} ... zeby|aby|by pani|pan|panstwo|ktos", $"{Would} .. zlecic|powierzyc|przekazac", "zeby|aby|by ktos"),
            new("dobrze-by-bylo", true, $"{Nice} by bylo [tez|jeszcze] {Do}", $"{Nice} [tez|jeszcze] byloby [tez|jeszcze] {Do}", $"byloby {Nice} ... {Do}", $"{Nice} .. gdyby|gdybys|jakbys ... {Do}", $"przydaloby|wypadaloby|nalezaloby|warto|wartaloby|pasowaloby [by|tez|sie|jeszcze] [by|tez|sie|jeszcze|bylo|byloby] {Do}"),
            new("wdzieczna-za", true, $"{Grateful} za .. {Noun}|{OpenForms.Nouns}", $"{Grateful} .. gdyby|jesli|jak ... {Do}"),
            new("trzeba", true, $"trzeba|nalezy|nalezaloby|musisz|musicie|wypadaloby [bedzie|by|tez|jeszcze|tam|tu|tylko|koniecznie] [by|jeszcze|tez|to] {Do}"),
            new("pomoc", true, "przyda|przydalaby|przydaloby|potrzebuje|potrzebujemy|potrzebna|prosze|prosba ... pomoc|pomocy przy|w|z", "pomozesz|pomoz|pomozecie [mi|nam|prosze] [mi|nam|prosze] przy|w|z|ogarnac|zrobic", "potrzebuje|potrzebujemy [pilnie] kogos|osoby kto|ktora|ktory|do", "licze|liczymy ze pani|pan|ty|zrobisz|wezmiesz|zajmiesz"),
            new("zlecam", true, "zlecam|zlecamy|zlecilabym|zlecilbym|zlece|zlecimy|zlecilibysmy", "^^ zlecenie", "nowe|kolejne|male zlecenie", $"{Would} zlecic", "powierzam|powierzamy", "przekazuje|przekazujemy|oddaje .. do realizacji|wykonania|opracowania"),
            new("zadanie", true, "^ zadanie|zadania $", "^ zadanie|zadania ^ ...", "nowe|kolejne|pilne|male|drobne|krotkie zadanie|zlecenie|zadanka|zadanko", "mam|mamy|mialbym|mialabym .. zadanie|zadania|robote|zlecenie|zadanko|prace dla|do|na", "lista|liste zadan|rzeczy", "zadanie|zadania|robota|praca dla ciebie|pani|pana", "mam|mialabym|mialbym .. dla|do ciebie|pani|pana .. zadanie|zadania|zlecenie|robote|prace"),
            new("do-zrobienia", true, "do zrobienia|wykonania|poprawki|poprawy|poprawienia|przetlumaczenia|ogarniecia|zalatwienia|uzupelnienia", "^^ do dodania|usuniecia|podmiany|zmiany|aktualizacji|opublikowania|wrzucenia|korekty|opracowania|przygotowania|dopisania|przepisania", "jest|sa|mam|mamy|zostalo .. do dodania|usuniecia|podmiany|zmiany|aktualizacji|opublikowania|wrzucenia|korekty|opracowania|przygotowania|dopisania|przepisania"),
            new("zajmij-sie", true, "zajmij|zajmijcie|zajac|zajmiesz .. sie", "zajmie sie pani|pan", "pani|pan zajmie|zajac sie", "zebys|zeby|abys|niech .. zajal|zajela|zajmie", "wez|wezcie|wezmiesz .. to|sie|na siebie|zrob|ten", "zostawiam|zostawiamy .. tobie|ci|pani"),
            new("wyslij-do", true, "wyslij|przekaz|odeslij|przeslij|zanies|rozeslij|wysylaj .. do|dla -mnie|-nas|-konca|-jutra|-piatku|-poniedzialku|-srody|-czwartku|-wtorku", "zadzwon|napisz|przedzwon|odezwij .. do -mnie|-nas|-jutra|-konca|-mn*", "wyslij|przekaz|odpisz|powiedz|napisz|przekazcie im|jej|jemu|klient*|wszystkim|uczestnik*|zespol*|goscio*", "daj im|jej|jemu|klient*|wszystkim [prosze] znac|dostep", "daj|dajcie dostep"),
            new("wystaw", true, "wystaw|wystawcie|wystawic [prosze|jeszcze|tez] -faktur*|-fv|-rachun*|-mi|-nam|-na|-proform*|-prosze|-dokument*|-korekt*|-note|-duplikat*|-refaktur*|-nowa|-te|-ja|-dla|-jak|-go"),
            new("uprzejmie", true, $"czy nie {CanYou} ... {Do}", $"{WorkVerbs.Futures} mi|nam ... ?", "prosze mu|jej|im|klient*|jemu .. wyslac|przeslac|przekazac|podac|odpisac|powiedziec|napisac", "sie [pani|pan] [tego|tym] podjac|zajac", $"dalabys|dalbys|dalaby|dalby|dasz|da [pani|pan] rade ... {Do}", "odznacz|odhacz|zaznacz|wykresl|przeslij|przekaz [to|je|go|ja] [prosze] w|na|z|do -mnie|-nas|-jutra|-konca|-piatku"),
            new("item", true, $"• {Do}", $"• {Imperative}"),
            new("infinitive", false, $"{Please} [o|mi|nam|tez|jeszcze|bardzo|uprzejmie|pieknie|ladnie|tylko|go|je|ja|to|sie] [to|je|ja|go|jeszcze|tylko|pani|pana] {OpenForms.Infinitives}", $"^^ czy {CanYou} [pani|pan|mi|nam|panstwo|tez|jeszcze] [mi|nam|to|tez|jeszcze] {OpenForms.Infinitives}", $"^ {CanYou} [pani|pan|mi|nam] [mi|nam|to|tez|jeszcze] {OpenForms.Infinitives} ... ?", $"trzeba|nalezy [by|bedzie|tez|jeszcze|koniecznie] {OpenForms.Infinitives}", $"{Would} .. zeby|aby -sie|-nie|-spotkac|-zdazyc|-porozmawiac|-wiedziec|-zapytac|-sprawdzic|-zobaczyc"),
            new("noun", false, $"{Please}|prosba .. o [jak|mozliwie|pilne|pilna|szybkie|szybka|ponowne|ponowna|najszybsze] {OpenForms.Nouns}", $"^^ do [pilnego] *enia|*ania|-widzenia|-zobaczenia|-uslyszenia|-przeczytania|-spotkania|-poczytania|-zapoznania|-pytania|-zaplacenia|-oplacenia|-zadania|-wydania|-przekazania"),
            new("imperative", false, $"^^ {OpenForms.Imperatives}|-prosze", $"^ [i|oraz|to|tylko|jeszcze|a] {OpenForms.Imperatives} [to|je|go|ja|ten|te|tam|tez] [jeszcze] prosze"),
            new("gdybys", false, "gdybys|jakbys|gdyby pani|jeszcze|mi|nam|tez|to|przy|w *la|*l|-miala|-mial|-chciala|-chcial|-potrzebowala|-potrzebowal|-byla|-byl|-wolala|-wolal|-znala|-wiedziala|-cel|-mogla|-mogl|-zgodzil*|-zapomnial*", "gdybys|jakbys *la|*l|-miala|-mial|-chciala|-chcial|-potrzebowala|-potrzebowal|-byla|-byl|-wolala|-wolal|-znala|-wiedziala|-mogla|-mogl|-zgodzil*|-zapomnial*|-zdecydowal*"),
            new("item-open", false, $"• {OpenForms.Infinitives}"),
            new("ma-byc", false, "powinno|powinien|powinna|ma|maja|mialo|mial|miala .. byc .. zamiast|wieksz*|mniejsz*|jasniejsz*|ciemniejsz*|krotsz*|dluzsz*|inn*", "zamiast ... ma|powinno|powinien|powinna byc", "zmieniamy|podmieniamy ... # zamiast|na"),
        ],
        $"juz .. {Imperative}",
        "sprawdz|znajdz|napisz|zobacz|odpisz|sprawdzic|zweryfikowac [prosze|mi|nam] [prosze|mi] czy|kiedy|jak|co|gdzie|ile|kto|o|mi|nam",
        "sprawdzic|zweryfikowac .. czy|kiedy|gdzie|ile|kto",
        "odpisz|napisz [prosze] $",
        "zapisz sie|mnie",
        "napraw* .. sie",
        "popraw|poprawcie mnie",
        "znajdziesz|znajdzie|znajdz|znajdziecie|znalezc .. chwil*|czas|minut*|termin|moment",
        "nie .. trzeba|nalezy|musisz|musi|musicie ... *ac|*ic|*yc|*nac|*zc",
        "nic .. nie trzeba|musisz|musi",
        $"nie {Imperative}",
        $"kiedy|gdzie|jak|ile|co|dlaczego|czemu|skad|ktory|ktora|ktore|kto|ktorej ... {CanYou}|moze|mozemy .. {Do}",
        "czy|co|ile|kiedy|gdzie [cos|jeszcze|tez|ja|my|tam] trzeba|nalezy|warto|musze|musimy|mam|mamy",
        "zebys|abys|zeby|jakbys|gdybys|gdyby [pani|pan|mi|nam|sie] [pani|pan|mi|nam|sie|do] wpadl*|przysz*|przyjecha*|zadzwoni*|oddzwoni*|dal|dala|poda*|przysla*|podesla*|przesla*|odezwa*|dolaczy*|spotka*|wiedzia*|odpisa*|odpowiedzia*|potwierdzi*|powiedzia*|wystawi*|zaplaci*|uregulowa*|przela*|zaproponowa*|przypomnia*|wyjasni*|doradzi*|znalazl* ",
        "sprawdz*|zweryfikowac [prosze|mi|nam|pani|pan] [prosze|mi|nam] czy|kiedy|gdzie|ile|kto|jak|co|ktor*|jaki*",
        "przesun*|przeloz*|przenies*|odwol* .. nasz*|spotkani*|rozmow*|call*|konsultacj*|telekonferencj*",
        "sprawdz*|zajrz*|zerkn* .. kalendarz*",
        "popraw*|skoryg*|zmien*|anuluj*|przerob*|podziel*|rozdziel* .. faktur*|fv|rachunek|proform*",
        "dopis*|dodac|dodaj|wpis* .. na fakturze|fakture|fv",
        "nie zmieniaj|ruszaj|usuwaj|rob|kasuj|wysylaj|zmieniac|ruszac|usuwac",
        "dziekuje|dzieki|dziekujemy ... za ...",
        "zmian* .. adres*|regulamin*|zespol*|hasla|terminu|konta|numeru|nazwy|planow|osoby|danych",
        $"umow*|umowic|zorganizuj|zorganizowac|ustaw|ustawic|zaplanuj|zaplanowac|znalezc|wybierz .. spotkanie|spotkania|rozmowe|rozmowy|call|calla|termin|zoom|zooma|zdzwonke|telekonferencj*|wideorozmow* $",
        "zebys|abys|zeby|zebyscie .. wiedzial*|wiedziec|byl|byla|mial|miala|nie",
        "znajdzie|znajdziesz .. pol|godzin*|kwadrans",
        "faktur* ... korekt*|poprawi*",
        "umow* .. sie",
        "prosze|prosimy|bardzo .. wystawi*|zaplacic|uregulowac|uregulowanie");
}
