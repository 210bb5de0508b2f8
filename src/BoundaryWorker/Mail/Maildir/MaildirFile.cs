using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>One message file as it was seen at a moment; its name may change at any time.</summary>
/// <param name="Folder">In which folder.</param>
/// <param name="Subdirectory"><c>new</c> or <c>cur</c>.</param>
/// <param name="FileName">The name with its flags.</param>
public sealed record MaildirFile(MaildirFolder Folder, string Subdirectory, string FileName)
{
    /// <summary>Base and flags.</summary>
    public MaildirName Name { get; } = MaildirName.Parse(FileName);

    /// <summary>Where it is.</summary>
    public string Path => System.IO.Path.Combine(Folder.Path, Subdirectory, FileName);

    /// <summary>Size in bytes and file time (the arrival), or null where it is no longer there under that name, or is no plain file.</summary>
    public (long Size, Instant Modified)? Stat()
    {
        var info = new FileInfo(Path);
        return info.Exists && info.LinkTarget is null ? (info.Length, Instant.FromDateTimeUtc(info.LastWriteTimeUtc)) : null;
    }

    /// <summary>The message with its identity, for which its header is read. Null where it is no longer there or cannot be read.</summary>
    public StoredMessage? Identify()
    {
        if (Stat() is not { } stat || Header() is not { } header)
        {
            return null;
        }

        return new StoredMessage(
            new MessageRef(Folder.Name, Name.Base),
            new MessageIdentity(header.MessageId, header.Digest, stat.Modified, stat.Size),
            Name.Flags)
        {
            TopmostReceived = header.TopmostReceived,
        };
    }

    /// <summary>Its header. Null where it is no longer there or cannot be read.</summary>
    public HeaderBlock? Header()
    {
        try
        {
            return HeaderBlock.Read(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether it is the message of that identity: size, arrival to the second, header. Cheap where size or arrival differ.</summary>
    public bool Is(MessageIdentity identity) =>
        Stat() is { } stat
        && stat.Size == identity.Size
        && stat.Modified.ToUnixTimeSeconds() == identity.Received.ToUnixTimeSeconds()
        && Header()?.Digest == identity.HeaderDigest;
}
