using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BoundaryWorker.Mail.Imap;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>
/// Debian's Dovecot on loopback, with a one-file configuration in a temporary folder, in the foreground and in a process group of its own, which
/// is killed whole at the end. Any user exists; all have one password.
/// </summary>
public sealed class DovecotServer : IDisposable
{
    public const string Password = "right-horse";
    private const string Program = "/usr/sbin/dovecot";
    private static readonly Lazy<DovecotServer> FullServer = new(() => new DovecotServer(null));
    private static readonly Lazy<DovecotServer> CopyServer = new(() => new DovecotServer("IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE UIDPLUS"));
    private static readonly Lazy<DovecotServer> CondstoreServer = new(() => new DovecotServer("IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE UIDPLUS MOVE UNSELECT CONDSTORE"));
    private static readonly Lazy<DovecotServer> PoorServer = new(() => new DovecotServer("IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE"));
    private readonly Process process;

    private DovecotServer(string? capability, Func<DovecotServer, string>? further = null)
    {
        if (!File.Exists(Program) || !File.Exists("/usr/lib/dovecot/lmtp"))
        {
            throw new InvalidOperationException("These tests need a real mail server: install Debian's packages dovecot-imapd and dovecot-lmtpd (tests/run does it as root).");
        }

        Root = Directory.CreateTempSubdirectory("boundaryworker-dovecot-").FullName;
        Open(Root, (UnixFileMode)0b111_101_101);
        ImapPort = FreePort();
        TlsPort = FreePort();
        LmtpPort = FreePort();
        WriteCertificate();
        File.WriteAllText(Path.Combine(Root, "dovecot.conf"), DovecotConfiguration.Of(this, capability) + "\n" + further?.Invoke(this));
        var start = new ProcessStartInfo("setsid") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Program, "-F", "-c", Path.Combine(Root, "dovecot.conf") })
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        WaitUntilItListens();
    }

    /// <summary>With everything that Dovecot can do.</summary>
    public static DovecotServer Full => FullServer.Value;

    /// <summary>Announces neither MOVE nor IDLE nor special-use folders, but UIDPLUS.</summary>
    public static DovecotServer WithoutMove => CopyServer.Value;

    /// <summary>Announces CONDSTORE, but not QRESYNC, and no PREVIEW.</summary>
    public static DovecotServer CondstoreAlone => CondstoreServer.Value;

    /// <summary>Announces no UIDPLUS either.</summary>
    public static DovecotServer Poor => PoorServer.Value;

    /// <summary>One of its own whose LMTP runs Sieve, for a user who has a script; what the script sends goes out by SMTP to that port.</summary>
    internal static DovecotServer WithVacation(int submissionPort, string user, string script) => !File.Exists("/usr/lib/dovecot/modules/lib90_sieve_plugin.so")
        ? throw new InvalidOperationException("This test needs Dovecot's Sieve: install Debian's package dovecot-sieve (tests/run does it as root).")
        : new DovecotServer(null, server => DovecotConfiguration.Vacation(server, submissionPort, user, script));

    public string Root { get; }

    public int ImapPort { get; }

    public int TlsPort { get; }

    public int LmtpPort { get; }

    /// <summary>The certificate that the server shows, for the name localhost alone: for <see cref="ImapSettings.CaFile"/>.</summary>
    public string CertificateFile => Path.Combine(Root, "cert.pem");

    public string KeyFile => Path.Combine(Root, "key.pem");

    /// <summary>A user whom nobody had before.</summary>
    public static string NewUser() => $"u{Guid.NewGuid():N}@studio.example";

    /// <summary>The settings for a user.</summary>
    public ImapSettings SettingsFor(string user) => new()
    {
        Id = "me",
        Host = "127.0.0.1",
        Port = ImapPort,
        Security = ImapSecurity.None,
        User = user,
        Password = Password,
    };

    public void Dispose()
    {
        if (Directory.Exists(Root) && !process.HasExited)
        {
            using var kill = Process.Start("kill", ["-KILL", "--", $"-{process.Id}"]);
            kill.WaitForExit();
            process.WaitForExit();
            Directory.Delete(Root, recursive: true);
        }
    }

    /// <summary>Gives a folder another UIDVALIDITY, as a restored or rebuilt mailbox has.</summary>
    public void Renumber(string user, string folder, int validity)
    {
        using var doveadm = Process.Start(new ProcessStartInfo(
            "doveadm", ["-c", Path.Combine(Root, "dovecot.conf"), "mailbox", "update", "-u", user, "--uid-validity", $"{validity}", folder]))!;
        doveadm.WaitForExit();
        if (doveadm.ExitCode != 0)
        {
            throw new InvalidOperationException($"doveadm ended with {doveadm.ExitCode}.");
        }
    }

    /// <summary>Opens a folder to the users that the server changes to.</summary>
    internal static void Open(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    private void WaitUntilItListens()
    {
        var watch = Stopwatch.StartNew();
        foreach (var port in new[] { ImapPort, TlsPort, LmtpPort })
        {
            while (!Listens(port))
            {
                if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(30))
                {
                    throw new InvalidOperationException($"Dovecot did not start: {(process.HasExited ? process.StandardError.ReadToEnd() : "no answer")} {Log()}");
                }
            }
        }
    }

    /// <summary>What it says of itself.</summary>
    public string Log() => File.Exists(Path.Combine(Root, "dovecot.log")) ? File.ReadAllText(Path.Combine(Root, "dovecot.log")) : "";

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
