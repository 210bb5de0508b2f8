using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.History;

/// <summary>One line of a message as the cutting rules look at it.</summary>
internal sealed class Line
{
    // What tells a line apart stands at its beginning; a longer one is somebody's paragraph.
    private const int LongestFolded = 400;

    public Line(string text)
    {
        Text = text;
        var trimmed = text.AsSpan().Trim().Trim("\u200e\u200f\u200b\ufeff\u00a0");
        IsBlank = trimmed.IsEmpty;
        IsQuoted = !trimmed.IsEmpty && (trimmed[0] is '>' or '│' || trimmed.StartsWith("&gt;", StringComparison.Ordinal) || trimmed.StartsWith("| ", StringComparison.Ordinal));
        Folded = Folding.Fold(trimmed.Length > LongestFolded ? trimmed[..LongestFolded] : trimmed).Trim();
        IsLong = trimmed.Length > LongestFolded;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Without case, diacritics and blanks around it, its first 400 characters.</summary>
    public string Folded { get; }

    public bool IsBlank { get; }

    /// <summary>It begins with the mark of a quoted line (RFC 3676 section 4.5, and the bars of some programs).</summary>
    public bool IsQuoted { get; }

    public bool IsLong { get; }
}
