using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>Held is listed each round: what that costs in commands at servers with and without RFC 7162, and that her gestures are seen all the same.</summary>
public sealed class ImapHeldListingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => ["QRESYNC", "CONDSTORE", "neither"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task D4_and_D7_what_lies_in_held_and_what_she_does_there_is_seen_at_each_listing(string server)
    {
        using var relay = new ImapRelay(Server(server).ImapPort);
        await using var box = await HeldAsync(server, relay, "a@x", "b@x", "c@x", "d@x");
        await AssertListedAsync(box, "a@x", "b@x", "c@x", "d@x");

        await box.SetFlagsByHandAsync(Mails.Simple("b@x"), MessageFlags.Seen | MessageFlags.Flagged);
        var flagged = await box.Mailbox.ListHeldAsync(Token);
        Assert.Equal([MessageFlags.None, MessageFlags.Seen | MessageFlags.Flagged, MessageFlags.None, MessageFlags.None], flagged.Select(m => m.Flags));

        await box.DeleteByHandAsync(Mails.Simple("a@x"));
        await AssertListedAsync(box, "b@x", "c@x", "d@x");

        await box.MoveByHandAsync(Mails.Simple("d@x"), "Projects");
        await box.MoveByHandAsync(Mails.Simple("d@x"), "Held");
        await box.DeliverAsync(Mails.Simple("hers@x"), box.Now - Duration.FromDays(1), "Held");
        await AssertListedAsync(box, "hers@x", "b@x", "c@x", "d@x");

        relay.Cut();
        await box.DeleteByHandAsync(Mails.Simple("c@x"));
        await box.SetFlagsByHandAsync(Mails.Simple("b@x"), MessageFlags.None);
        var after = await box.Mailbox.ListHeldAsync(Token);
        Assert.Equal(["hers@x", "b@x", "d@x"], after.Select(m => m.Identity.MessageId));
        Assert.All(after, m => Assert.Equal(MessageFlags.None, m.Flags));

        box.Server.Renumber(box.User, "Held", 4_444);
        var renumbered = await box.Mailbox.ListHeldAsync(Token);
        Assert.Equal(after.Select(m => m.Identity), renumbered.Select(m => m.Identity));
        Assert.All(renumbered, m => Assert.StartsWith("4444.", m.Ref.Id, StringComparison.Ordinal));
        Assert.All(renumbered, m => Assert.Equal("Held", m.Ref.Folder));
    }

    [Theory]
    [InlineData("QRESYNC", 0)]
    [InlineData("CONDSTORE", 0)]
    [InlineData("neither", 1)]
    public async Task Held_in_which_nothing_happened_is_fetched_again_only_where_the_server_counts_no_changes(string server, int fetches)
    {
        using var relay = new ImapRelay(Server(server).ImapPort);
        await using var box = await HeldAsync(server, relay, "a@x", "b@x");
        _ = await box.Mailbox.ListHeldAsync(Token);
        _ = await box.Mailbox.LookAsync(null, Token);

        var said = await SaidAsync(relay, () => AssertListedAsync(box, "a@x", "b@x"));
        Assert.Equal(fetches, said.Count(IsFetch));
        Assert.Equal(fetches == 0 ? ["STATUS"] : ["EXAMINE", "UID SEARCH", "UID FETCH"], said.Select(Verb));

        relay.Cut();
        var again = await SaidAsync(relay, () => AssertListedAsync(box, "a@x", "b@x"));
        Assert.Equal(fetches, again.Count(IsFetch));
        Assert.Equal(2, relay.Connections);
    }

    [Theory]
    [InlineData("QRESYNC", "")]
    [InlineData("CONDSTORE", "UID FETCH 1 (UID FLAGS)")]
    [InlineData("neither", "UID FETCH 1:3 (UID FLAGS)")]
    public async Task After_a_broken_connection_only_what_changed_is_asked_for(string server, string fetched)
    {
        using var relay = new ImapRelay(Server(server).ImapPort);
        await using var box = await HeldAsync(server, relay, "a@x", "b@x", "c@x");
        _ = await box.Mailbox.LookAsync(null, Token);
        _ = await box.Mailbox.ListHeldAsync(Token);
        relay.Cut();
        await box.SetFlagsByHandAsync(Mails.Simple("a@x"), MessageFlags.Answered);

        IReadOnlyList<string> said = await SaidAsync(relay, async () => Assert.Equal(MessageFlags.Answered, (await box.Mailbox.ListHeldAsync(Token))[0].Flags));

        Assert.Equal(fetched, string.Join('\n', said.Where(IsFetch)));
        Assert.Equal(server == "QRESYNC", said.Any(c => c.Contains("(QRESYNC (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_we_hold_ourselves_is_listed_while_the_folder_is_open()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = await HeldAsync("QRESYNC", relay, "a@x");
        _ = await box.Mailbox.ListHeldAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("b@x"), box.Now + Duration.FromSeconds(9));

        _ = await box.Mailbox.HoldAsync(Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals), Token);
        await AssertListedAsync(box, "a@x", "b@x");
        await box.DeleteByHandAsync(Mails.Simple("a@x"));
        await AssertListedAsync(box, "b@x");
        await AssertListedAsync(box, "b@x");
    }

    private static DovecotServer Server(string name) => name switch
    {
        "QRESYNC" => DovecotServer.Full,
        "CONDSTORE" => DovecotServer.CondstoreAlone,
        _ => DovecotServer.WithoutMove,
    };

    private static async Task<ImapUnderTest> HeldAsync(string server, ImapRelay relay, params string[] ids)
    {
        var box = new ImapUnderTest(Server(server), s => s with { Port = relay.Port });
        _ = await box.Mailbox.OpenAsync(Token);
        for (var i = 0; i < ids.Length; i++)
        {
            await box.DeliverAsync(Mails.Simple(ids[i]), box.Now + Duration.FromSeconds(i), "Held");
        }

        return box;
    }

    private static async Task AssertListedAsync(ImapUnderTest box, params string[] ids)
    {
        var listed = await box.Mailbox.ListHeldAsync(Token);
        Assert.Equal(ids, listed.Select(m => m.Identity.MessageId));
        Assert.All(listed, m => Assert.Equal("Held", m.Ref.Folder));
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(ImapRelay relay, Func<Task> act)
    {
        var before = relay.Said.Count;
        await act();
        return [.. relay.Said.Skip(before)];
    }

    private static bool IsFetch(string command) => command.Contains("FETCH", StringComparison.Ordinal);

    private static string Verb(string command) => command.StartsWith("UID ", StringComparison.Ordinal) ? string.Join(' ', command.Split(' ')[..2]) : command.Split(' ')[0];
}
