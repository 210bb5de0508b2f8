using BoundaryWorker.Files;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Her three files, in short: <c>check</c> tells the rest.</summary>
public static class FilesCheck
{
    private const int Shown = 5;

    /// <summary>The findings of <c>check</c> in few.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<FileFinding> findings)
    {
        var errors = findings.Where(f => f.Severity == Severity.Error).ToList();
        var warnings = findings.Count - errors.Count;
        return
        [
            .. errors.Take(Shown).Select(e => Finding.ToDo($"{Place(e)}: {e.What}", e.Remedy)),
            .. errors.Count > Shown ? (Finding[])[Finding.ToDo($"{Words.Count(errors.Count - Shown, "further error")} in your files.", "`boundaryworker check` shows them all.")] : [],
            .. errors.Count == 0 ? (Finding[])[Finding.Fine("Your settings, your Code and your clients file have no error.")] : [],
            .. warnings > 0 ? (Finding[])[Finding.Note($"{Words.Count(warnings, "warning")} in your files.", "`boundaryworker check` shows them.")] : [],
        ];
    }

    private static string Place(FileFinding finding) => finding.Line > 0 ? $"{finding.File}:{finding.Line}" : finding.File;
}
