using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files;

/// <summary>One file of the owner's, as it was when last looked at.</summary>
/// <param name="path">Its path.</param>
/// <param name="whenMissing">What to do where it is not there.</param>
/// <param name="name">How findings name it; its name without the folder where nothing else is given.</param>
internal sealed class FileOnDisk(string path, string whenMissing = "put it back, or correct its path under Boundary:Files in the settings", string? name = null)
{
    private byte[]? _bytes;
    private Findings _findings = new(name ?? Path.GetFileName(path));

    /// <summary>How findings name it.</summary>
    public string Name { get; } = name ?? Path.GetFileName(path);

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
            var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(OwnerText.MostBytes + 1);
            try
            {
                // Looked at with every poll of every mailbox: half a megabyte each time would be garbage by the gigabyte.
                return buffer[..stream.ReadAtLeast(buffer.AsSpan(0, OwnerText.MostBytes + 1), OwnerText.MostBytes + 1, throwOnEndOfStream: false)];
            }
            finally
            {
                System.Buffers.ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Error(default, "the file is not there", whenMissing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Error(default, "the file cannot be read", "check who may read it; the worker's user must");
        }

        return null;
    }
}
