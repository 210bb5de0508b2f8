namespace BoundaryWorker.Files.Reading;

/// <summary>Where a node begins, from 1; or, for what overrides the file, the name of that source and 0:0.</summary>
internal readonly record struct Mark(int Line, int Column, string? Source = null)
{
    /// <summary>The place so many characters further on the same line.</summary>
    public Mark Right(int characters) => Source is null ? this with { Column = Column + characters } : this;
}

/// <summary>A part of a YAML or JSON file with its place: all the shapes need to know of either format.</summary>
internal abstract record Node(Mark At);

/// <summary>A text, number or switch as written. Types are given by the shape and never guessed: <c>1.10</c> stays <c>1.10</c>, <c>no</c> stays Norwegian.</summary>
/// <param name="At">Its first character.</param>
/// <param name="Text">Its value without quotes.</param>
/// <param name="Quoted">Whether it was put in quotes or is a block of text.</param>
/// <param name="TextOffset">How many characters after <paramref name="At"/> the text itself begins; negative where it cannot be said (several lines, escapes).</param>
internal sealed record ScalarNode(Mark At, string Text, bool Quoted, int TextOffset = 0) : Node(At)
{
    /// <summary>Nothing was given.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The place of a character of the text.</summary>
    public Mark Place(int offset) => TextOffset < 0 ? At : offset == 0 ? At : At.Right(TextOffset + offset);
}

/// <summary>A list.</summary>
internal sealed record ListNode(Mark At, IReadOnlyList<Node> Items) : Node(At);

/// <summary>Keys and values in the order of the file; a key may stand there twice.</summary>
internal sealed record MapNode(Mark At, IReadOnlyList<KeyValuePair<ScalarNode, Node>> Entries) : Node(At);
