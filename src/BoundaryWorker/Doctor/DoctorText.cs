using System.Text;

namespace BoundaryWorker.Doctor;

/// <summary>Findings as they stand in a terminal of 80 columns; lines end with <c>\n</c>.</summary>
public static class DoctorText
{
    private const int Columns = 80;
    private const int Indent = 9;

    /// <summary>One section, an empty line below it.</summary>
    public static string Of(Section section)
    {
        var text = new StringBuilder(section.Title).Append('\n');
        foreach (var finding in section.Findings)
        {
            Append(text, $"  {Mark(finding.Kind),-7}", finding.What);
            if (finding.Remedy is { } remedy)
            {
                Append(text, new string(' ', Indent - 3) + "-> ", remedy);
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>What it comes to.</summary>
    public static string Sum(IEnumerable<Section> sections)
    {
        var toDo = sections.SelectMany(s => s.Findings).Count(f => f.Kind == FindingKind.ToDo);
        return toDo == 0 ? "Nothing is to be done.\n" : $"{Words.Count(toDo, "thing")} to do.\n";
    }

    private static string Mark(FindingKind kind) => kind switch
    {
        FindingKind.Fine => "fine",
        FindingKind.Note => "note",
        _ => "TO DO",
    };

    private static void Append(StringBuilder text, string start, string words)
    {
        var line = new StringBuilder(start);
        var isEmpty = true;
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // What is to be copied stays in one piece, however long it is.
            if (!isEmpty && line.Length + 1 + word.Length > Columns)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', Indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }
}
