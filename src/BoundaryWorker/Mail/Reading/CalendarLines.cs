using System.Text;

namespace BoundaryWorker.Mail.Reading;

/// <summary>A calendar object that is refused, with the reason (replies.md F1).</summary>
internal sealed class CalendarRefusedException(string message) : Exception(message);

/// <summary>One content line (RFC 5545 3.1) and the component it stands in.</summary>
internal sealed record CalendarLine(string Component, int Index, string Name, string Parameters, string Value)
{
    /// <summary>The value of a parameter without quotes, or null.</summary>
    public string? Parameter(string name) =>
        CalendarLines.Parameters(Parameters).Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).FirstOrDefault();
}

/// <summary>
/// The content lines of a calendar object, split but not understood. What invitations are recognised by (ORGANIZER, SEQUENCE, UID) is taken
/// from here, since programs write it in ways the calendar library refuses; times and rules are given to the library.
/// </summary>
internal sealed class CalendarLines
{
    private const int MaxLines = 50_000;
    private const int MaxEvents = 100;

    private readonly List<CalendarLine> lines;
    private readonly Dictionary<string, int> components;

    private CalendarLines(List<CalendarLine> lines, Dictionary<string, int> components)
    {
        this.lines = lines;
        this.components = components;
    }

    public bool HasEvent => Count("VEVENT") > 0;

    public int EventCount => Count("VEVENT");

    public static CalendarLines Of(string text)
    {
        var found = new List<CalendarLine>();
        var components = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<(string Name, int Index)>();
        foreach (var (name, parameters, value) in Unfolded(text).Take(MaxLines).Select(Split))
        {
            switch (name)
            {
                case "BEGIN":
                    var component = value.Trim().ToUpperInvariant();
                    components[component] = components.GetValueOrDefault(component) + 1;
                    path.Push((component, components[component] - 1));
                    break;
                case "END":
                    path.TryPop(out _);
                    break;
                default:
                    var (inside, index) = path.Count == 0 ? ("", 0) : path.Peek();
                    found.Add(new CalendarLine(inside, index, name, parameters, value));
                    break;
            }
        }

        return components.GetValueOrDefault("VEVENT") <= MaxEvents
            ? new CalendarLines(found, components)
            : throw new CalendarRefusedException($"more than {MaxEvents} events in the calendar object");
    }

    public int Count(string component) => components.GetValueOrDefault(component);

    public string? Calendar(string name) => lines.FirstOrDefault(l => l.Component == "VCALENDAR" && l.Name == name)?.Value;

    /// <summary>A property of the first event.</summary>
    public CalendarLine? Event(string name) => AllOfEvent(name).FirstOrDefault();

    public IEnumerable<CalendarLine> AllOfEvent(string name, int index = 0) =>
        lines.Where(l => l.Component == "VEVENT" && l.Index == index && l.Name == name);

    /// <summary>The observances of the VTIMEZONE with that id.</summary>
    public IEnumerable<IGrouping<(string, int), CalendarLine>> Observances(string tzid)
    {
        var at = lines.FindIndex(l => l.Component == "VTIMEZONE" && l.Name == "TZID" && SameZone(l.Value, tzid));
        return at < 0
            ? []
            : lines.Skip(at + 1)
                .TakeWhile(l => l.Component is "STANDARD" or "DAYLIGHT" || (l.Component == "VTIMEZONE" && l.Index == lines[at].Index))
                .Where(l => l.Component is "STANDARD" or "DAYLIGHT")
                .GroupBy(l => (l.Component, l.Index));
    }

    /// <summary>The parameters of a content line; quoted values may hold colons, semicolons and commas.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(string text)
    {
        foreach (var part in SplitOutsideQuotes(text, ';'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                yield return (part[..at].Trim().ToUpperInvariant(), part[(at + 1)..].Trim().Trim('"'));
            }
        }
    }

    // A value escapes its commas, a parameter quotes them.
    private static bool SameZone(string value, string parameter) =>
        value.Replace("\\", "", StringComparison.Ordinal).Trim().Trim('"') == parameter.Replace("\\", "", StringComparison.Ordinal).Trim();

    private static (string Name, string Parameters, string Value) Split(string line)
    {
        var colon = IndexOutsideQuotes(line, ':');
        var head = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? "" : line[(colon + 1)..];
        var semicolon = head.IndexOf(';', StringComparison.Ordinal);
        return semicolon < 0 ? (head.Trim().ToUpperInvariant(), "", value) : (head[..semicolon].Trim().ToUpperInvariant(), head[(semicolon + 1)..], value);
    }

    private static IEnumerable<string> Unfolded(string text)
    {
        var line = new StringBuilder();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } next)
        {
            if (next.Length > 0 && next[0] is ' ' or '\t')
            {
                line.Append(next, 1, next.Length - 1);
                continue;
            }

            if (line.Length > 0)
            {
                yield return line.ToString();
            }

            line.Clear().Append(next);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static IEnumerable<string> SplitOutsideQuotes(string text, char separator)
    {
        while (text.Length > 0)
        {
            var at = IndexOutsideQuotes(text, separator);
            yield return at < 0 ? text : text[..at];
            text = at < 0 ? "" : text[(at + 1)..];
        }
    }

    private static int IndexOutsideQuotes(string text, char c)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (!quoted && text[i] == c)
            {
                return i;
            }
        }

        return -1;
    }
}
