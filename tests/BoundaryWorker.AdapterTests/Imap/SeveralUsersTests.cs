using BoundaryWorker.AdapterTests.EndToEnd;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The real worker process on several mailboxes of a real server.</summary>
public sealed class SeveralUsersTests
{
    private const string Subject = "Numbers";

    [Fact]
    public async Task D11_the_same_mail_to_two_users_is_held_twice_answered_once_and_a_user_who_is_refused_harms_nobody()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        using var on = new WorkerOnDovecot(DovecotServer.Full);
        var other = DovecotServer.NewUser();
        using var raw = RawImap.SignIn(DovecotServer.Full, other);
        var one = await File.ReadAllTextAsync(on.Play.Folder.SettingsFile, TestContext.Current.CancellationToken);
        Watch(on, one, Imap("tasks", other, relay.Port), Imap("refused", DovecotServer.NewUser(), DovecotServer.Full.ImapPort, "wrong-horse"));
        await on.Play.StartAsync(WorkerOnDovecot.RealNow());
        var eml = Eml.From("jane@acme.example", WorkerOnDovecot.RealNow(), Subject, "How many people opened the last mailing?");
        RawLmtp.Deliver(DovecotServer.Full, "jane@acme.example", other, eml);
        RawLmtp.Deliver(DovecotServer.Full, "jane@acme.example", on.User, eml);

        await AdvanceUntilAsync(on, () => Folders(on.All()).SequenceEqual(["Held"]) && Folders(raw.All().Select(m => m.Placed)).SequenceEqual(["Held"]));
        await AdvanceUntilAsync(on, () => on.Play.Folder.Replies().Count == 1);
        Assert.Contains("Mailbox refused cannot be reached", on.Play.Worker.Output, StringComparison.Ordinal);

        // The server of one goes away in mid-run: the other is released at the opening, and it later.
        relay.Dispose();
        await on.Play.GoToAsync(on.Opening);
        await AdvanceUntilAsync(on, () => Folders(on.All()).SequenceEqual(["INBOX"]));
        await AdvanceUntilAsync(on, () => on.Play.Worker.Output.Contains("Mailbox tasks cannot be reached", StringComparison.Ordinal));
        Assert.Equal(["Held"], Folders(raw.All().Select(m => m.Placed)));

        await on.Play.Worker.StopAsync();
        Watch(on, one, Imap("tasks", other, DovecotServer.Full.ImapPort));
        await on.Play.StartAsync(on.Play.Folder.Now + Duration.FromMinutes(1));
        await AdvanceUntilAsync(on, () => Folders(raw.All().Select(m => m.Placed)).SequenceEqual(["INBOX"]));
        Assert.Single(on.Play.Folder.Replies());
    }

    private static IReadOnlyList<string> Folders(IEnumerable<Contracts.Placed> all) => [.. all.Select(p => p.Folder)];

    private static string Imap(string id, string user, int port, string password = DovecotServer.Password) =>
        $$"""
        { "Id": "{{id}}", "Trust": "mx.norafield.example", "Pickup": { "Path": "outbox" },
          "Imap": { "Host": "127.0.0.1", "Port": {{port}}, "Security": "none", "User": "{{user}}", "Password": "{{password}}" } }
        """;

    /// <summary>Adds mailboxes to settings that have one.</summary>
    private static void Watch(WorkerOnDovecot on, string settings, params string[] mailboxes) =>
        File.WriteAllText(on.Play.Folder.SettingsFile, settings.Replace(" } } ] } }", $" }} }}, {string.Join(", ", mailboxes)} ] }} }}", StringComparison.Ordinal));

    private static Task AdvanceUntilAsync(WorkerOnDovecot on, Func<bool> holds) => Stepwise.AdvanceUntilAsync(on.Play, ["me", "tasks"], holds);
}
