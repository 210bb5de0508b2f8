using System.Globalization;
using System.Text;

namespace BoundaryWorker.Files;

/// <summary>Findings as the owner reads them: one line each, then what they come to.</summary>
public static class FindingsText
{
    /// <summary>Every finding on a line, a line with the count at the end; lines end with <c>\n</c>.</summary>
    public static string Render(IEnumerable<FileFinding> findings)
    {
        var all = findings.ToList();
        var text = new StringBuilder();
        foreach (var finding in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding}\n");
        }

        var errors = all.Count(f => f.Severity == Severity.Error);
        return text.Append(Sum(errors, all.Count - errors)).Append('\n').ToString();
    }

    private static string Sum(int errors, int warnings) => (errors, warnings) switch
    {
        (0, 0) => "All is well: no errors, no warnings.",
        (0, _) => $"No errors, {Count(warnings, "warning")}: the files are used as they are.",
        (_, 0) => $"{Count(errors, "error")}: until they are put right nothing new is held or answered.",
        _ => $"{Count(errors, "error")}, {Count(warnings, "warning")}: until the errors are put right nothing new is held or answered.",
    };

    private static string Count(int n, string word) => n == 1 ? $"1 {word}" : $"{n.ToString(CultureInfo.InvariantCulture)} {word}s";
}
