using BoundaryWorker.Core.Code;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;

namespace BoundaryWorker.Files;

/// <summary>code.yaml to the Code (design.md section 3).</summary>
public static class CodeFile
{
    /// <summary>Reads the text of a Code and tells all errors at once. Never throws for what the text says.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="holidayRegions">Regions for which there is holiday data; null to accept any.</param>
    public static FileResult<BoundaryCode> Read(string text, string fileName, IReadOnlyCollection<string>? holidayRegions = null)
    {
        var findings = new Findings(fileName);
        if (OwnerText.Usable(text, findings) is not { } usable)
        {
            return new FileResult<BoundaryCode>(null, findings.InOrder, FilePlaces.None);
        }

        var document = YamlDocument.Read(usable, findings);
        if (document.Root is null && document.Broken.Count == 0)
        {
            findings.Error(new Mark(1, 1), "the file is empty", "begin with the example under deploy/examples");
            return new FileResult<BoundaryCode>(null, findings.InOrder, FilePlaces.None);
        }

        var reader = new ShapeReader(findings, StringComparer.Ordinal, document.Broken);
        var bound = reader.Read(document.Root, CodeShape.Root);
        if (bound is not null)
        {
            new CodeMeaning(bound, document.Broken, findings).Check(holidayRegions);
        }

        return new FileResult<BoundaryCode>(bound is null || findings.AnyError ? null : CodeBuilder.Build(bound), findings.InOrder, reader.Places);
    }
}
