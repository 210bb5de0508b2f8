namespace BoundaryWorker.Mail.Smtp;

/// <summary>The submission server through which mail goes out (RFC 6409).</summary>
public sealed record SmtpSettings
{
    /// <summary>The host's name as its certificate bears it.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65535: 587 for STARTTLS, 465 for TLS.</summary>
    public required int Port { get; init; }

    /// <summary>How the connection is secured.</summary>
    public required SmtpSecurity Security { get; init; }

    /// <summary>Null where the server asks nobody to sign in.</summary>
    public string? User { get; init; }

    /// <summary>Its password; never in a log, a record or a text to the owner.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the host is this machine: only there may a connection be open text.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port} ({Security})";
}

/// <summary>How a connection is secured. Certificates are verified in every case; nothing switches that off.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in open text and must change to TLS before anything is said (RFC 3207); a server without it is not used.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>Open text, to this very machine alone.</summary>
    None,
}
