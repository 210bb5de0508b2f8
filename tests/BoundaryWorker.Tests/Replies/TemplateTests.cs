using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Tests.Replies;

/// <summary>The built-in texts are whole; mail to the owner goes to her and says who writes.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void The_built_in_texts_have_no_findings_and_are_there_in_Polish_and_English()
    {
        Assert.Empty(Studio.Templates.Findings);
        Assert.Equal(["en", "pl"], Studio.Templates.Languages.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_notice_goes_to_her_in_her_language_with_the_remedy()
    {
        var notice = new OwnerNotice("Plik code.yaml ma błąd", "Wiersz 4.\n\nPoczta jest tylko oddawana.", "Popraw wiersz 4 <teraz>.");

        var message = AlarmComposer.Compose(notice, Studio.Owner, Studio.Owner.MainAddress, Studio.Installation, Studio.At("2026-11-24 08:45"), Studio.Templates).Message!;

        Assert.Equal("Plik code.yaml ma błąd", message.Subject);
        Assert.Equal("Dzień dobry!\n\nWiersz 4.\n\nPoczta jest tylko oddawana.\n\nCo zrobić: Popraw wiersz 4 <teraz>.\n\nBoundaryWorker\n", message.Text);
        Assert.Contains("<p>Co zrobić: Popraw wiersz 4 &lt;teraz&gt;.</p>", message.Html, StringComparison.Ordinal);
        Assert.Contains(message.Headers, h => h is { Name: "Auto-Submitted", Value: "auto-generated" });
        Assert.Equal("notice", MarkerFields.TryParse(message.Headers.Single(h => h.Name == Marker.Header).Value)?.Kind);
    }

    [Fact]
    public void The_digest_of_a_day_has_one_name_and_more_than_200_are_counted()
    {
        var items = Enumerable.Range(0, DigestComposer.MostListed + 3).Select(i => new DigestItem { Sender = $"p{i}@acme.example", Subject = $"Mail {i}.", Received = Studio.At("2026-11-23 20:00"), Until = Studio.At("2026-11-24 09:00") });
        var facts = new DigestFacts { Day = new(2026, 11, 24), Now = Studio.At("2026-11-24 08:45"), Mode = Mode.Enforce, Held = [.. items] };

        var first = Digest(facts);
        var again = Digest(facts with { Now = Studio.At("2026-11-24 08:50"), IsLate = true });

        Assert.Contains("I\u00a0jeszcze 3.", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mail 200.", first.Text, StringComparison.Ordinal);
        Assert.Equal(first.MessageId, again.MessageId);
    }

    [Fact]
    public void Nothing_to_tell_is_no_digest()
    {
        var facts = new DigestFacts { Day = new(2026, 11, 24), Now = Studio.At("2026-11-24 08:45"), Mode = Mode.Enforce, LastLooks = [new("me", null)] };

        Assert.True(facts.IsEmpty);
        Assert.Null(DigestComposer.Compose(facts, Studio.Owner, Studio.Owner.MainAddress, Studio.Installation, Studio.Templates).Message);
    }

    private static OutgoingMessage Digest(DigestFacts facts) =>
        DigestComposer.Compose(facts, Studio.Owner, Studio.Owner.MainAddress, Studio.Installation, Studio.Templates).Message!;
}
