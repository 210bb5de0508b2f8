using System.Globalization;

namespace BoundaryWorker.Benchmarks;

/// <summary>A table on standard output.</summary>
internal static class Table
{
    public static void Print(string title, string[] head, IReadOnlyList<string[]> rows)
    {
        var widths = head.Select((h, n) => rows.Select(r => r[n].Length).Append(h.Length).Max()).ToList();
        string Line(string[] cells) => "| " + string.Join(" | ", cells.Select((c, n) => n == 0 ? c.PadRight(widths[n]) : c.PadLeft(widths[n]))) + " |";
        Console.WriteLine($"\n{title}\n\n{Line(head)}\n|{string.Join('|', widths.Select(w => new string('-', w + 2)))}|");
        foreach (var row in rows)
        {
            Console.WriteLine(Line(row));
        }
    }

    public static string Number(double value, int digits = 0) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
