using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files;

/// <summary>One file of the owner's, as it was when last looked at.</summary>
internal sealed class FileOnDisk(string path)
{
    private byte[]? _bytes;
    private Findings _findings = new(Path.GetFileName(path));

    /// <summary>How findings name it: without the folder.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Its text; null where there is none that can be read.</summary>
    public string? Text { get; private set; }

    /// <summary>Reads the bytes again; whether they differ from those of the last look.</summary>
    public bool Look()
    {
        var findings = new Findings(Name);
        var bytes = Bytes(findings);
        if (bytes is not null && _bytes is not null && bytes.AsSpan().SequenceEqual(_bytes))
        {
            return false;
        }

        _bytes = bytes;
        Text = bytes is null ? null : OwnerText.Decode(bytes, findings);
        _findings = findings;
        return true;
    }

    /// <summary>Parses the text, or gives the findings that say why there is none.</summary>
    public FileResult<T> Read<T>(Func<string, string, FileResult<T>> parse)
        where T : class => Text is null ? new FileResult<T>(null, _findings.InOrder, FilePlaces.None) : parse(Text, Name);

    private byte[]? Bytes(Findings findings)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[OwnerText.MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Error(default, "the file is not there", "put it back, or correct its path under Boundary:Files in the settings");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Error(default, "the file cannot be read", "check who may read it; the worker's user must");
        }

        return null;
    }
}
