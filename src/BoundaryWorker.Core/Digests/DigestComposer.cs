using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Core.Digests;

/// <summary>Facts and templates → the morning's mail to the owner, in her first language (issue: the digest as mail, text and HTML).</summary>
public static class DigestComposer
{
    /// <summary>More than this is counted and not listed: a mail of thousands of lines is not read, and may not be sent.</summary>
    public const int MostListed = 200;

    private const int MaxSubject = 120;

    /// <summary>Composes the digest.</summary>
    /// <param name="facts">What it tells; not sent where <see cref="DigestFacts.IsEmpty"/>.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="to">Where it goes (setting <c>Digest.To</c>).</param>
    /// <param name="installation">Who writes.</param>
    /// <param name="templates">The texts.</param>
    /// <returns>The message, or null and why not.</returns>
    public static (OutgoingMessage? Message, string? WhyNot) Compose(
        DigestFacts facts, Owner owner, EmailAddress to, Installation installation, ITemplates templates)
    {
        if (facts.IsEmpty)
        {
            return (null, "There is nothing to tell.");
        }

        var wording = ReplyLanguage.Of(owner.Languages, templates);
        var data = Data(facts, owner, wording);
        var key = OutgoingIds.OfDigest(installation, owner, facts.Day, facts.Office);
        return OwnerMail.Compose("digest", data, new OwnerMail.Envelope(owner, to, installation, facts.Now, key), wording, templates);
    }

    private static Dictionary<string, object?> Data(DigestFacts facts, Owner owner, Wording wording)
    {
        var words = new ItemWords(owner.Zone, facts.Day, wording);
        var held = facts.Held.OrderByDescending(i => i.IsUrgent).ThenBy(i => i.Until).ThenBy(i => i.Received).ToList();
        var releases = held.Select(i => i.Until).Distinct().ToList();
        var first = held.Min(i => i.Until);
        return new()
        {
            ["owner"] = owner.Name,
            ["title"] = wording.Date(facts.Day, facts.Day),
            ["day"] = wording.Date(facts.Day, facts.Day),
            ["observe"] = facts.Mode == Mode.Observe,
            ["mode"] = facts.Mode.ToString().ToLowerInvariant(),
            ["late"] = facts.IsLate,
            ["held_count"] = held.Count,
            ["urgent_count"] = held.Count(i => i.IsUrgent),
            ["one_release"] = releases.Count == 1,
            ["release"] = words.When(first),
            ["opening"] = words.When(facts.NextOpening),
            ["people"] = People(held, wording.Texts.Language),
            ["held"] = Listed(held, words),
            ["held_more"] = Math.Max(0, held.Count - MostListed),
            ["inbox"] = Listed(facts.InInbox, words),
            ["inbox_more"] = Math.Max(0, facts.InInbox.Count - MostListed),
            ["strangers"] = facts.Strangers.Take(MostListed).Select(s => (object?)Stranger(s)).ToList(),
            ["strangers_more"] = Math.Max(0, facts.Strangers.Count - MostListed),
            ["failures"] = facts.Failures.Cast<object?>().ToList(),
            ["notes"] = facts.Notes.Cast<object?>().ToList(),
            ["code_offers"] = facts.Held.Concat(facts.InInbox).Where(i => i.OffersCode).Select(i => i.Client).OfType<string>().Distinct().Cast<object?>().ToList(),
            ["looks"] = facts.LastLooks.Select(l => (object?)Look(l, words)).ToList(),
        };
    }

    private static List<object?> Listed(IReadOnlyList<DigestItem> items, ItemWords words) => [.. items.Take(MostListed).Select(i => (object?)words.Of(i))];

    /// <summary>Persons, not messages: who was answered once and wrote again was answered.</summary>
    private static Dictionary<string, object?> People(List<DigestItem> held, string language)
    {
        var people = held.GroupBy(i => i.Sender, StringComparer.OrdinalIgnoreCase).ToList();
        var silent = people.Where(p => p.All(i => i.Reply is DigestReply.None or DigestReply.Failed)).ToList();
        var reasons = silent.SelectMany(p => p.Select(i => i.WhyNot?.Reason)).Distinct().ToList();
        return new()
        {
            ["answered"] = people.Count - silent.Count,
            ["silent"] = silent.Count,
            ["why"] = reasons is [{ } only] ? ReasonTable.Text(only, language) : null,
        };
    }

    private static Dictionary<string, object?> Stranger(DigestStranger stranger) =>
        new() { ["address"] = HeaderText.Clean(stranger.Address, MaxSubject), ["count"] = stranger.Messages };

    private static Dictionary<string, object?> Look(DigestLook look, ItemWords words) => new() { ["mailbox"] = look.Mailbox, ["at"] = words.When(look.At) };

    /// <summary>Instants and items in words, as seen from the digest's day.</summary>
    private sealed class ItemWords(DateTimeZone zone, LocalDate day, Wording wording)
    {
        /// <summary><c>day</c> (null where it is the digest's own) and <c>time</c>; null for no instant.</summary>
        public Dictionary<string, object?>? When(Instant? at)
        {
            if (at is not { } instant)
            {
                return null;
            }

            var local = instant.InZone(zone).LocalDateTime;
            return new() { ["day"] = local.Date == day ? null : wording.On(local.Date, day), ["time"] = wording.Time(local.TimeOfDay) };
        }

        public Dictionary<string, object?> Of(DigestItem item) => new()
        {
            ["id"] = item.Id,
            ["also_in"] = item.AlsoIn.Count == 0 ? null : string.Join(", ", item.AlsoIn),
            ["client"] = item.Client,
            ["sender"] = HeaderText.Clean(item.Sender, MaxSubject),
            ["subject"] = HeaderText.Clean(item.Subject, MaxSubject) is { Length: > 0 } subject ? subject : null,
            ["preview"] = PreviewLine.Of(item.Preview),
            ["received"] = When(item.Received),
            ["until"] = When(item.Until),
            ["told"] = When(item.Told),
            ["rules"] = string.Join(", ", item.Rules),
            ["rules_count"] = item.Rules.Count,
            ["reply"] = item.Reply.ToString().ToLowerInvariant(),
            ["why"] = Reason(item.WhyNot),
            ["here"] = Reason(item.WhyHere),
            ["visible"] = item.VisibleFor is { } time ? Span(time) : null,
            ["urgent"] = item.IsUrgent,
            ["forgery"] = item.IsPossibleForgery,
        };

        private string? Reason(Because? because) => because is null ? null : ReasonTable.Text(because, wording.Texts.Language);

        private static string Span(Duration time) => time switch
        {
            _ when time < Duration.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)time.TotalSeconds)} s"),
            _ when time < Duration.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h"),
        };
    }
}
