using System.Text.RegularExpressions;
using BoundaryWorker.AdapterTests.Commands;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;

namespace BoundaryWorker.AdapterTests.Doctor;

/// <summary>The real <c>doctor</c>, typed for a mailbox at Dovecot whose mail goes out through the mail server of the tests.</summary>
internal sealed partial class DoctorOnDovecot : IAsyncDisposable
{
    public const string Password = "four plain words";
    private readonly DovecotServer server;

    public DoctorOnDovecot(DovecotServer server, SmtpScript? script = null)
    {
        this.server = server;
        Smtp = new SmtpTestServer(script ?? new SmtpScript { Login = ("nora@norafield.example", Password), Offers = ["PIPELINING", "8BITMIME", "DSN", "SIZE 26214400"] });
        On = new WorkerOnDovecot(server);
        Raw = RawImap.SignIn(server, On.User);
        Settings(s => s.Replace(
            "\"Pickup\": { \"Path\": \"outbox\" }",
            $$"""
            "Smtp": { "Host": "127.0.0.1", "Port": {{Smtp.Port}}, "Security": "None"{{(Smtp.Script.Login is null ? "" : $", \"User\": \"nora@norafield.example\", \"Password\": \"{Password}\"")}} }
            """,
            StringComparison.Ordinal));
    }

    public WorkerOnDovecot On { get; }

    public SmtpTestServer Smtp { get; }

    /// <summary>An independent client.</summary>
    public RawImap Raw { get; }

    /// <summary>Changes the settings file.</summary>
    public void Settings(Func<string, string> change) => Change(On.Play.Folder.SettingsFile, change);

    /// <summary>Changes the Code.</summary>
    public void Code(Func<string, string> change) => Change(On.Play.Folder.CodeFile, change);

    /// <summary>Types <c>doctor</c>.</summary>
    public async Task<Typed> TypeAsync(params string[] arguments)
    {
        var typed = await Typed.Async(["doctor", "--settings", On.Play.Folder.SettingsFile, .. arguments]);
        Assert.DoesNotContain(DovecotServer.Password, typed.Output + typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, typed.Output + typed.Errors, StringComparison.Ordinal);
        return typed;
    }

    /// <summary>The output with what differs from run to run made alike, its lines joined: what is wrapped where does not matter.</summary>
    public string Told(Typed typed) => Blanks().Replace(
        typed.Output
            .Replace($":{server.ImapPort}", ":IMAP", StringComparison.Ordinal)
            .Replace($":{server.TlsPort}", ":IMAPS", StringComparison.Ordinal)
            .Replace($":{Smtp.Port}", ":SMTP", StringComparison.Ordinal)
            .Replace("\n         ", " ", StringComparison.Ordinal),
        " ");

    /// <summary>Everything in the mailbox with its UIDs and flags, to be compared.</summary>
    public IReadOnlyList<string> Everything() => [.. Raw.All().Select(m => $"{m.Placed} {m.Uid}")];

    public async ValueTask DisposeAsync()
    {
        Raw.Dispose();
        On.Dispose();
        await Smtp.DisposeAsync();
    }

    private static void Change(string file, Func<string, string> change)
    {
        var text = File.ReadAllText(file);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(file, changed);
    }

    [GeneratedRegex("(?<=\\S) {2,}")]
    private static partial Regex Blanks();
}
