namespace BoundaryWorker.Files;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The file is not taken into use.</summary>
    Error,

    /// <summary>The file is taken into use; something in it is probably not meant.</summary>
    Warning,
}

/// <summary>One thing that is wrong in a file of the owner's, told so that she can put it right.</summary>
/// <param name="Severity">Whether the file is refused for it.</param>
/// <param name="File">The file as she names it, or the environment variable or secret that overrides it.</param>
/// <param name="Line">From 1; 0 where the whole file (or an override) is meant.</param>
/// <param name="Column">From 1; 0 where the whole file is meant.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record FileFinding(Severity Severity, string File, int Line, int Column, string What, string Remedy)
{
    /// <summary>One line: <c>code.yaml:12:7: error: what -> remedy</c>.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}:{Column}" : "")}: {(Severity == Severity.Error ? "error" : "warning")}: {What} -> {Remedy}";
}

/// <summary>A place in a file, both from 1.</summary>
public readonly record struct FilePlace(int Line, int Column);
