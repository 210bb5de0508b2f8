namespace BoundaryWorker.Doctor;

/// <summary>How a finding weighs.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Good to know; nothing needs to be done.</summary>
    Note,

    /// <summary>Something does not work as she expects until it is done.</summary>
    ToDo,
}

/// <summary>One thing that <c>doctor</c> found.</summary>
/// <param name="Kind">How it weighs.</param>
/// <param name="What">What was found and what follows from it, in plain words.</param>
/// <param name="Remedy">What to do: which line of which file. Given with every <see cref="FindingKind.ToDo"/>.</param>
public sealed record Finding(FindingKind Kind, string What, string? Remedy = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Fine(string what) => new(FindingKind.Fine, what);

    /// <summary>Good to know.</summary>
    public static Finding Note(string what, string? remedy = null) => new(FindingKind.Note, what, remedy);

    /// <summary>To be done.</summary>
    public static Finding ToDo(string what, string remedy) => new(FindingKind.ToDo, what, remedy);
}

/// <summary>What was found of one thing: the files, a mailbox.</summary>
/// <param name="Title">What.</param>
/// <param name="Findings">In the order in which they were looked for.</param>
public sealed record Section(string Title, IReadOnlyList<Finding> Findings);
