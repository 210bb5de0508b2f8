using System.Diagnostics;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>
/// Two workers face each other: each owner is the other's client, replies are on, no cap is near. Two real processes, each with its ledger, Code and mailbox
/// at a real Dovecot, over SMTP. In each of twenty closed windows one owner writes, or both, and once more an hour later; then whatever wants to move, moves.
/// </summary>
public sealed class DuelTests : IAsyncDisposable
{
    private const int Windows = 20;

    /// <summary>Long past by any machine's clock: Dovecot takes no message from the future, and stamps it with the present.</summary>
    private static readonly LocalDate FirstMonday = new(2024, 2, 5);

    /// <summary>So often mail may be brought in a window before it counts as a loop without end.</summary>
    private const int MostRounds = 8;

    private readonly SmtpTestServer smtp = new();
    private readonly DuelOwner nora;
    private readonly DuelOwner ola;

    public DuelTests()
    {
        nora = new DuelOwner(DovecotServer.Full, smtp, "nora@norafield.example", "ola@olastudio.example", "Europe/London");
        ola = new DuelOwner(DovecotServer.Full, smtp, "ola@olastudio.example", "nora@norafield.example", "Europe/Warsaw");
    }

    public async ValueTask DisposeAsync()
    {
        nora.Dispose();
        ola.Dispose();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task A2_A4_one_mail_each_per_window_and_none_answered_in_turn()
    {
        var post = await PlayAsync(Windows, strips: false, keepsCopy: false);

        // Who is written to answers once, however often; nobody answers an answer.
        AssertEach(post, (window, side) => IsWrittenTo(window, side) ? [1] : []);
    }

    [Fact]
    public async Task Row_17_stripped_of_every_mark_none_is_answered_in_turn_where_her_own_mail_lies_in_Sent()
    {
        var post = await PlayAsync(Windows / 3, strips: true, keepsCopy: true);

        // She wrote herself in this window, so whatever comes back is not answered; where both wrote, nobody is.
        AssertEach(post, (window, side) => IsWrittenTo(window, side) && !Writes(window, side) ? [1] : []);
    }

    [Fact]
    public async Task Row_4_stripped_of_every_mark_and_without_a_copy_in_Sent_it_is_still_one_mail_each_per_window()
    {
        var post = await PlayAsync(Windows, strips: true, keepsCopy: false);

        // An answer without any mark is a client's mail like another: it is answered once, as the first mail of this person, and there it ends.
        AssertEach(post, (window, side) => IsWrittenTo(window, side) ? [1] : [2]);
    }

    private static bool Writes(int window, int side) => window % 3 == 2 || window % 3 == side;

    private static bool IsWrittenTo(int window, int side) => Writes(window, 1 - side);

    private async Task<DuelPost> PlayAsync(int windows, bool strips, bool keepsCopy)
    {
        var watch = Stopwatch.StartNew();
        var post = new DuelPost(smtp, [nora, ola], strips);
        var day = FirstMonday;
        await Task.WhenAll(nora.Play.StartAsync(At(day, 18, 0)), ola.Play.StartAsync(At(day, 18, 0)));
        for (post.Window = 0; post.Window < windows; post.Window++)
        {
            await GoAsync(At(day, 19, 0));
            Write(post, keepsCopy);
            await SettleAsync(post);
            await GoAsync(At(day, 20, 0));
            Write(post, keepsCopy);
            await LookAgainAsync();
            post.Bring();

            day = day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1);
            await GoAsync(At(day, 9, 1));
        }

        await SettleAsync(post);
        TestContext.Current.TestOutputHelper!.WriteLine($"{windows} windows, {post.Replies.Count} replies, {watch.Elapsed.TotalSeconds:F0} s");
        AssertNothingIsLost(post);
        return post;
    }

    private void Write(DuelPost post, bool keepsCopy)
    {
        foreach (var (side, from, to) in new[] { (0, nora, ola), (1, ola, nora) })
        {
            if (Writes(post.Window, side))
            {
                post.Write(from, to, keepsCopy);
            }
        }
    }

    private async Task SettleAsync(DuelPost post)
    {
        for (var round = 0; ; round++)
        {
            Assert.True(round < MostRounds, $"It does not come to rest: {string.Join('\n', post.Replies)}");
            await LookAgainAsync();
            if (post.Bring() == 0)
            {
                return;
            }
        }
    }

    /// <summary>Two looks: rounds follow each other, so after the second all of the first was done, its replies too.</summary>
    private async Task LookAgainAsync()
    {
        await GoAsync(nora.Play.Folder.Now + Duration.FromSeconds(61));
        await GoAsync(nora.Play.Folder.Now + Duration.FromSeconds(61));
    }

    private Task GoAsync(Instant at) => Task.WhenAll(nora.Play.GoToAsync(at), ola.Play.GoToAsync(at));

    private static Instant At(LocalDate day, int hour, int minute) => day.At(new LocalTime(hour, minute)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/London"]).ToInstant();

    private void AssertEach(DuelPost post, Func<int, int, int[]> expected)
    {
        var sides = new[] { nora, ola };
        for (var window = 0; window < post.Window; window++)
        {
            for (var side = 0; side < 2; side++)
            {
                var depths = post.Replies.Where(r => r.Window == window && r.From == sides[side].Address).Select(r => r.Depth);
                Assert.True(expected(window, side).SequenceEqual(depths), $"window {window}, {sides[side].Address}: {string.Join(' ', depths)}");
            }
        }
    }

    private void AssertNothingIsLost(DuelPost post) => Assert.All(new[] { nora, ola }, owner =>
    {
        var all = owner.All();

        // Of each reply of hers the worker sees to one copy in Sent (E5).
        Assert.Equal(post.BroughtTo(owner) + post.Replies.Count(r => r.From == owner.Address), all.Count);
        Assert.All(all, m => Assert.Contains(m.Folder, new[] { "INBOX", "Sent" }));
    });
}
