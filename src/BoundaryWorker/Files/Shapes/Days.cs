using System.Text.Json.Nodes;
using BoundaryWorker.Files.Reading;
using NodaTime;

namespace BoundaryWorker.Files.Shapes;

/// <summary>Days of the week as keys: <c>mon</c>, <c>mon-thu</c>, <c>mon,wed</c>, <c>sat-sun</c>.</summary>
internal static class Days
{
    private static readonly string[] Short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // Whoever writes her days in Polish or German is told the English word, not that it is unknown.
    private static readonly string[][] Elsewhere =
    [
        ["pon", "pn", "poniedziałek", "mo", "montag"],
        ["wt", "wto", "wtorek", "di", "dienstag", "tues"],
        ["śr", "sr", "śro", "sro", "środa", "mi", "mittwoch"],
        ["czw", "cz", "czwartek", "do", "donnerstag", "thur", "thurs"],
        ["pt", "pią", "pia", "piątek", "fr", "freitag"],
        ["sob", "sb", "sobota", "sa", "samstag"],
        ["nd", "ndz", "nie", "niedz", "niedziela", "so", "sonntag"],
    ];

    /// <summary>Gives a list of <see cref="IsoDayOfWeek"/> in order; a range may go over the week's end (<c>sat-mon</c>).</summary>
    public static Scalar Key { get; } = new(
        "a day or days such as mon, mon-thu or sat,sun",
        n => Parse(n.Text),
        () => new JsonObject { ["pattern"] = $"^({Names})(-({Names}))?(,\\s*({Names})(-({Names}))?)*$" });

    private static string Names => "mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?";

    /// <summary>The word of a day.</summary>
    public static string Word(IsoDayOfWeek day) => Short[(int)day - 1];

    private static Parsed Parse(string text)
    {
        var days = new List<IsoDayOfWeek>();
        var offset = 0;
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-', 2);
            var at = offset;
            foreach (var end in ends)
            {
                if (Day(end.Trim()) is null)
                {
                    return Parsed.Bad($"`{end.Trim()}` is no day", Remedy(end.Trim()), at);
                }

                at += end.Length + 1;
            }

            var first = Day(ends[0].Trim())!.Value;
            var last = Day(ends[^1].Trim())!.Value;
            var count = (((int)last - (int)first + 7) % 7) + 1;
            days.AddRange(Enumerable.Range(0, count).Select(i => (IsoDayOfWeek)((((int)first - 1 + i) % 7) + 1)));
            offset += part.Length + 1;
        }

        var doubled = days.GroupBy(d => d).FirstOrDefault(g => g.Count() > 1);
        return doubled is null ? Parsed.Ok(days) : Parsed.Bad($"{Word(doubled.Key)} is named twice in `{text}`", "name each day once");
    }

    private static IsoDayOfWeek? Day(string word)
    {
        var at = Array.FindIndex(Short, s => s.Equals(word, StringComparison.OrdinalIgnoreCase));
        at = at >= 0 ? at : Array.FindIndex(Enum.GetNames<IsoDayOfWeek>()[1..], s => s.Equals(word, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? (IsoDayOfWeek)(at + 1) : null;
    }

    private static string Remedy(string word)
    {
        var at = Array.FindIndex(Elsewhere, names => names.Contains(word.ToLowerInvariant()));
        return at >= 0 ? $"write {Short[at]}" : Nearest.Remedy(word, Short);
    }
}
