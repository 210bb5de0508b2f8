namespace BoundaryWorker.Files;

/// <summary>What reading one of the owner's files gave: the value, or every error at once.</summary>
/// <param name="Value">What the file says; null if there is any error.</param>
/// <param name="Findings">All errors and warnings, in the order of the file.</param>
/// <param name="Places">Where each part of the file stands, for findings that name a path.</param>
public sealed record FileResult<T>(T? Value, IReadOnlyList<FileFinding> Findings, FilePlaces Places)
    where T : class
{
    /// <summary>Whether the file can be used.</summary>
    public bool IsGood => Value is not null;
}

/// <summary>Path (<c>rules[2].when.via</c>) to place.</summary>
public sealed class FilePlaces(IReadOnlyDictionary<string, FilePlace> byPath)
{
    /// <summary>A file of which nothing could be read.</summary>
    public static FilePlaces None { get; } = new(new Dictionary<string, FilePlace>());

    /// <summary>Where that path stands, else the nearest part around it, else the start of the file.</summary>
    public FilePlace Of(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (byPath.TryGetValue(at, out var place))
            {
                return place;
            }
        }

        return new FilePlace(1, 1);
    }
}
