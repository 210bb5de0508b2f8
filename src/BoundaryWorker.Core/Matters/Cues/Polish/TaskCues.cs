using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Work handed over, in Polish.</summary>
internal static class TaskCues
{
    private const string Do = WorkVerbs.Infinitives;
    private const string Imperative = WorkVerbs.Imperatives;
    private const string Noun = WorkVerbs.Nouns;
    private const string CanYou =
        "mozesz|moglbys|moglabys|mozecie|moglibyscie|moglaby|moglby|zdolasz|zechcesz|zechcialaby|zechcialby|bylabys|bylbys|udaloby|daloby|da|dasz|dalabys|dalbys|moze|warto";

    public static CueTable Table { get; } = new(
        Matter.Task,
        "pl",
        [
            new("prosze-zrobic", true, $"prosze|prosimy|prosilbym|prosilabym .. {Do}"),
            new("prosze-o", true, $"prosze|prosimy|poprosze|prosilbym|prosilabym|prosba|prosbe|prosby|prosba [bardzo] .. o .. {Noun}", $"zwracam .. prosba o .. {Noun}"),
            new("czy-mozesz", true, $"{CanYou} ... {Do} ?", $"czy {CanYou} ... {Do}", $"gdybys|gdyby|jakbys|jesli ... mogl|mogla|moglbys|moglabys|mozesz .. {Do}", $"{CanYou} [mi|nam|prosze|to|pani|pan] {Do}"),
            new("zrob", true, $"{Imperative}"),
            new("zrobisz", true, $"^ {WorkVerbs.Futures} ?", $"czy|a {WorkVerbs.Futures} ?", $"^ {WorkVerbs.Futures} mi|nam|dla|prosze"),
            new("niech-pani", true, $"niech .. {WorkVerbs.Thirds}", $"^ {WorkVerbs.Thirds} pani|pan ?", $"czy {WorkVerbs.Thirds} pani|pan ?", $"czy pani|pan {WorkVerbs.Thirds} ?"),
            new("potrzebuje", true, $"potrzebuje|potrzebujemy|potrzebny|potrzebna|potrzebne|przydalby|przydalaby|przydaloby|potrzebowalbym|potrzebowalabym .. {WorkVerbs.Products}"),
            new("chce-zebys", true, $"chcialbym|chcialabym|chcielibysmy|chce|zalezy|prosze ... zebys|abys|zeby|aby ... {WorkVerbs.Products}", "chcialbym|chcialabym|chcielibysmy|chce ... zebys|abys|zebyscie|abyscie"),
            new("trzeba", true, $"trzeba|nalezy|nalezaloby|musisz|musicie|wypadaloby [bedzie|by|tez|jeszcze] .. {Do}"),
            new("zlecam", true, "zlecam|zlecamy|zlecenie", "chcialbym|chcialabym|chcemy zlecic", "powierzam|powierzamy"),
            new("zadanie", true, "^ zadanie|zadania $", "^ zadanie|zadania ^ ...", "nowe|kolejne|pilne|male zadanie|zlecenie", "mam .. zadanie|zadania|robote|zlecenie", "lista zadan", "zadanie dla ciebie|pani"),
            new("do-zrobienia", true, "do zrobienia|wykonania|poprawki|poprawienia|przetlumaczenia|ogarniecia|zalatwienia|uzupelnienia"),
            new("zajmij-sie", true, "zajmij|zajmijcie|zajac|zajmiesz .. sie", "prosze sie tym zajac"),
            new("item", true, $"• {Do}"),
        ],
        $"juz .. {Imperative}",
        "sprawdz|znajdz|napisz|zobacz|odpisz [prosze|mi|nam] [prosze|mi] czy|kiedy|jak|co|gdzie|ile|kto|o|mi|nam",
        "odpisz|napisz [prosze] $",
        "napraw* .. sie",
        "popraw|poprawcie mnie",
        "znajdziesz|znajdzie|znajdz|znajdziecie|znalezc .. chwil*|czas|minut*|termin|moment",
        "nie trzeba|nalezy|musisz|musi ... zrobic|robic|zmieniac|poprawiac",
        "dziekuje|dzieki|dziekujemy ... za ...",
        "zmian* .. adres*|regulamin*|zespol*|hasla|terminu");
}
