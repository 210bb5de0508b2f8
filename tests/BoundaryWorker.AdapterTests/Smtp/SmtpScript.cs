using System.Security.Cryptography.X509Certificates;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>How the server of the tests behaves.</summary>
internal sealed record SmtpScript
{
    /// <summary>What EHLO offers, beside STARTTLS and AUTH, which follow from the rest.</summary>
    public IReadOnlyList<string> Offers { get; init; } = ["PIPELINING", "8BITMIME", "DSN", "ENHANCEDSTATUSCODES"];

    /// <summary>The certificate; null for no TLS at all.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>TLS from the first byte instead of STARTTLS.</summary>
    public bool IsTlsFromTheStart { get; init; }

    /// <summary>STARTTLS is not offered although there is a certificate: as somebody on the way would have it.</summary>
    public bool HidesStartTls { get; init; }

    /// <summary>Who may sign in; null where nobody must.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>The mechanisms for it.</summary>
    public string Mechanisms { get; init; } = "PLAIN LOGIN";

    /// <summary>Answers that take the place of the usual ones, by command; <c>END</c> is the end of DATA, <c>GREETING</c> the beginning.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The command at which the connection is dropped without an answer; <c>BODY</c> amid DATA, <c>END</c> after all of it was stored.</summary>
    public string? CutAt { get; init; }

    /// <summary>The command at which nothing is answered for as long as the client waits.</summary>
    public string? SilentAt { get; init; }

    /// <summary>The same with another answer to one command.</summary>
    public SmtpScript Answer(string command, string answer) => this with { Answers = new Dictionary<string, string>(Answers) { [command] = answer } };
}

/// <summary>What the server took.</summary>
/// <param name="MailFrom">All after <c>MAIL FROM:</c>.</param>
/// <param name="RcptTo">All after <c>RCPT TO:</c>, one for each.</param>
/// <param name="Bytes">DATA with its dots undone.</param>
/// <param name="IsEncrypted">Whether it came through TLS.</param>
/// <param name="User">Who had signed in, or null.</param>
internal sealed record SmtpDelivery(string MailFrom, IReadOnlyList<string> RcptTo, byte[] Bytes, bool IsEncrypted, string? User);
