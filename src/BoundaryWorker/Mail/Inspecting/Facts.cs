using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Mail.Inspecting;

/// <summary>One message that came in lately.</summary>
/// <param name="From">The author, or null where there is not just one.</param>
/// <param name="Headers">The top-level header, topmost first.</param>
public sealed record RecentMail(EmailAddress? From, MailHeaders Headers);

/// <summary>One message in a folder that nobody watches.</summary>
/// <param name="Folder">As she sees it.</param>
/// <param name="From">The author.</param>
/// <param name="IsSeen">It was read.</param>
public sealed record FiledMail(string Folder, EmailAddress From, bool IsSeen);

/// <summary>What lies in folders that nobody watches.</summary>
/// <param name="Mail">The messages.</param>
/// <param name="IsComplete">False where there was more than was looked at.</param>
public sealed record FiledElsewhere(IReadOnlyList<FiledMail> Mail, bool IsComplete);

/// <summary>A reading of the server's clock.</summary>
/// <param name="Ahead">How far it is ahead of this machine's; negative where it is behind. Null where it could not be read.</param>
/// <param name="WhyNot">Then why not, in the owner's words.</param>
public sealed record ClockReading(Duration? Ahead, string? WhyNot = null);

/// <summary>The encryption of a connection.</summary>
/// <param name="Protocol">Such as <c>TLS 1.3</c>; null for none.</param>
/// <param name="CertificateEnds">When the server's certificate runs out, null where none was shown.</param>
public sealed record TlsFacts(string? Protocol, Instant? CertificateEnds)
{
    /// <summary>No encryption.</summary>
    public static TlsFacts None { get; } = new(null, null);

    /// <summary>That of a connection.</summary>
    public static TlsFacts Of(System.Security.Authentication.SslProtocols protocol, Instant? certificateEnds) => protocol switch
    {
        System.Security.Authentication.SslProtocols.None => None,
        System.Security.Authentication.SslProtocols.Tls12 => new("TLS 1.2", certificateEnds),
        System.Security.Authentication.SslProtocols.Tls13 => new("TLS 1.3", certificateEnds),
        _ => new(protocol.ToString().ToUpperInvariant(), certificateEnds),
    };
}

/// <summary>A watched folder, or Held.</summary>
/// <param name="Name">As she sees it.</param>
/// <param name="Exists">It is there and holds messages.</param>
/// <param name="IsWritable">It may be written to; false too where that could not be seen.</param>
/// <param name="KeepsKeywords">It keeps marks of ours (<c>Hold: flag</c>).</param>
public sealed record FolderFacts(string Name, bool Exists, bool IsWritable = false, bool KeepsKeywords = false);

/// <summary>A message that arrived while it was waited for.</summary>
/// <param name="Folder">As she sees it.</param>
/// <param name="IsJunk">The folder is that of junk.</param>
/// <param name="Received">Arrival by the server's clock.</param>
/// <param name="Headers">The top-level header, topmost first.</param>
public sealed record ArrivedMail(string Folder, bool IsJunk, Instant Received, MailHeaders Headers);
