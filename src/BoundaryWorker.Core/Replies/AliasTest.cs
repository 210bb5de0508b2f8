using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>A message to herself from one of her addresses, by which is seen what becomes of her replies on their way (<c>doctor --send-test</c>).</summary>
/// <param name="Alias">The address that is tried.</param>
/// <param name="Key">What stands in its marker, its Message-ID and, in short, its subject.</param>
/// <param name="Message">The message.</param>
public sealed record AliasTest(EmailAddress Alias, string Key, OutgoingMessage Message)
{
    private const string MovedId = "X-Microsoft-Original-Message-ID";

    /// <summary>Composes it.</summary>
    /// <param name="owner">Who tries.</param>
    /// <param name="alias">From which address; no wildcard.</param>
    /// <param name="to">To which address of hers.</param>
    /// <param name="installation">Who writes.</param>
    /// <param name="now">The instant of writing.</param>
    public static AliasTest Of(Owner owner, EmailAddress alias, EmailAddress to, Installation installation, Instant now)
    {
        var key = OutgoingIds.OfTest(installation, alias, now);
        return new AliasTest(alias, key, new OutgoingMessage
        {
            From = alias with { DisplayName = "BoundaryWorker" },
            To = to with { DisplayName = "" },
            Subject = $"BoundaryWorker test {Short(key)}",
            Text = $"This is a test that you asked for (doctor --send-test): does a reply from {alias.Bare} come through as it should?\nNothing is to be done with it; it may be deleted.\n",
            MessageId = OutgoingIds.MessageId(key, alias),
            Date = now.InZone(owner.Zone).ToOffsetDateTime().With(TimeAdjusters.TruncateToSecond),
            Headers = AutomaticHeaders.Of("auto-generated", new MarkerFields("test", key, [], installation.Id)),
            EnvelopeFrom = alias with { DisplayName = "" },
        });
    }

    /// <summary>Whether that is this message, by whatever a host left of it.</summary>
    public bool Is(MailHeaders arrived) =>
        arrived.All(Marker.Header).Any(m => MarkerFields.TryParse(m)?.Key == Key)
        || arrived.All("Message-ID").Concat(arrived.All(MovedId)).Any(id => id.Contains(Key, StringComparison.Ordinal))
        || arrived.All("Subject").Any(s => s.Contains($"BoundaryWorker test {Short(Key)}", StringComparison.Ordinal));

    /// <summary>What became of it.</summary>
    /// <param name="arrived">The header that arrived.</param>
    /// <param name="from">The author that arrived, null where there is not just one.</param>
    /// <param name="trust">Whose Authentication-Results are believed.</param>
    public AliasVerdict Judge(MailHeaders arrived, EmailAddress? from, TrustPolicy trust) => new(
        from,
        from is not null && from.Equals(Alias),
        [.. Message.Headers.Where(h => !arrived.All(h.Name).Any(v => v.Trim() == h.Value)).Select(h => h.Name)],
        arrived.All("Message-ID").Any(id => id.Contains(Key, StringComparison.Ordinal)),
        arrived.All(MovedId).Any(id => id.Contains(Key, StringComparison.Ordinal)),
        SenderTrust.Judge(arrived, trust, from ?? Alias));

    private static string Short(string key) => key[..12];
}

/// <summary>What became of a test on its way.</summary>
/// <param name="From">The author that arrived, or null.</param>
/// <param name="IsFromKept">The address came through: a host that knows nothing of an alias puts the account's own in its place.</param>
/// <param name="Lost">Fields of ours that did not come through as they were.</param>
/// <param name="IsMessageIdKept">The Message-ID came through.</param>
/// <param name="IsMessageIdMoved">It stands in X-Microsoft-Original-Message-ID.</param>
/// <param name="Authentication">What her host says of the sender.</param>
public sealed record AliasVerdict(EmailAddress? From, bool IsFromKept, IReadOnlyList<string> Lost, bool IsMessageIdKept, bool IsMessageIdMoved, Authentication Authentication)
{
    /// <summary>Replies may go out from that address (C2).</summary>
    public bool IsSendable => IsFromKept && Authentication != Authentication.Failed;
}
