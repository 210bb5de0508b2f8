namespace BoundaryWorker.Files.Reading;

/// <summary>Gathers what is found in one file, so that all of it is told at once.</summary>
internal sealed class Findings(string file)
{
    private readonly List<FileFinding> _all = [];

    /// <summary>Whether the file has to be refused.</summary>
    public bool AnyError => _all.Exists(f => f.Severity == Severity.Error);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<FileFinding> InOrder => [.. _all.OrderBy(f => f.Line).ThenBy(f => f.Column)];

    public void Error(Mark at, string what, string remedy) => Add(Severity.Error, at, what, remedy);

    public void Warning(Mark at, string what, string remedy) => Add(Severity.Warning, at, what, remedy);

    private void Add(Severity severity, Mark at, string what, string remedy)
    {
        var finding = new FileFinding(severity, at.Source ?? file, at.Line, at.Column, what, remedy);
        if (!_all.Contains(finding))
        {
            _all.Add(finding);
        }
    }
}
