using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Ledger records to the lines of a digest. Pure.</summary>
/// <param name="clients">The clients of a mailbox.</param>
/// <param name="plan">Which digest.</param>
/// <param name="language">Its language.</param>
public sealed class DigestLines(Func<string, ClientBook> clients, DigestPlan plan, string language)
{
    private static readonly Dictionary<MessageKey, string> NoPreviews = [];

    /// <summary>To whom the replies went that came back, by the key in the reason's evidence (C3).</summary>
    public IReadOnlyDictionary<string, string> CameBack { get; init; } = new Dictionary<string, string>();

    /// <summary>The key of the reply that a message reports to have come back, or null.</summary>
    public static string? KeyOfReturned(MessageRecord message) => message.Decision.Reply.Reasons.FirstOrDefault(b => b.Reason == Reason.OwnBounce)?.Evidence;

    /// <summary>What lies in Held; in observe mode what would.</summary>
    /// <param name="previews">The first words of some of them.</param>
    public IReadOnlyList<DigestItem> Held(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries, IReadOnlyDictionary<MessageKey, string> previews) =>
        Items(entries.Where(e => IsHeld(e.Message)), previews);

    /// <summary>The same messages, in the order in which the digest lists them.</summary>
    public IEnumerable<MessageRecord> HeldInOrder(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries) => entries
        .Select(e => e.Message)
        .Where(IsHeld)
        .OrderByDescending(m => m.Decision.IsUrgent)
        .ThenBy(m => m.ReleaseAt)
        .ThenBy(m => m.Identity.Received);

    /// <summary>What is in her inbox and worth a word: answered there, let through, back already, not held by her choice.</summary>
    public IReadOnlyList<DigestItem> InInbox(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries, Instant since) =>
        Items(entries.Where(e => e.Message.DecidedAt > since && IsNews(e.Message)), NoPreviews);

    /// <summary>Unknown people who wrote out of hours, each with the number of their messages.</summary>
    public IReadOnlyList<DigestStranger> Strangers(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries, Instant since) =>
        [.. entries
            .Select(e => e.Message)
            .Where(m => m.DecidedAt > since && !IsHeld(m) && m.Decision.ClosedWindow is not null && m.Decision.Reasons.Any(b => b.Reason == Reason.Stranger))
            .GroupBy(m => m.Person)
            .Select(g => new DigestStranger(g.Key, g.Count()))];

    /// <summary>What failed: holds, releases and replies, one sentence each; what still lies in Held because it cannot be moved is told every day.</summary>
    public IReadOnlyList<string> Failures(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries, Instant since) =>
        [.. entries.Where(e => e.Message.DecidedAt > since || e.Message is { State: MessageState.Held, Failure: not null }).SelectMany(Failure)];

    /// <summary>One line for each mail: the same one in several mailboxes (D11) is told once, by the copy that was answered, naming the others.</summary>
    private List<DigestItem> Items(IEnumerable<(MessageRecord Message, ReplyRecord? Reply)> entries, IReadOnlyDictionary<MessageKey, string> previews) =>
    [
        .. entries
            .GroupBy(e => e.Message.Identity.MessageId is { } id && e.Message.Person.Length > 0 ? $"{e.Message.Person} {id}" : e.Message.Key.Value)
            .SelectMany(same => same.Select(e => e.Message.Mailbox).Distinct().Count() == 1 ? same.Select(e => Item(e.Message, e.Reply, previews)) : [OfSeveral([.. same], previews)]),
    ];

    private DigestItem OfSeveral(IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> same, IReadOnlyDictionary<MessageKey, string> previews)
    {
        var told = same.OrderByDescending(e => e.Reply is not null).ThenByDescending(e => e.Message.Decision.Reply.Answer is not null).First();
        return Item(told.Message, told.Reply, previews) with
        {
            AlsoIn = [.. same.Where(e => e.Message != told.Message).Select(e => Item(e.Message, e.Reply, NoPreviews).Id is { } id ? $"{e.Message.Mailbox} ({id})" : e.Message.Mailbox)],
        };
    }

    /// <summary>Only observed, in a digest that tells what was done elsewhere: it lies in the inbox.</summary>
    private bool WouldBeHeld(MessageRecord message) => plan.Observed.Contains(message.Mailbox) && message.Mode == Mode.Observe && message.Decision.Hold.IsHeld;

    private bool IsHeld(MessageRecord message) => plan.Mode == Mode.Observe
        ? message.Mode == Mode.Observe && message.Decision.Hold.IsHeld
        : message.State is MessageState.Held or MessageState.ToHold or MessageState.ToRelease;

    private bool IsNews(MessageRecord message) =>
        !IsHeld(message)
        && message.ClientId is not null
        && (WouldBeHeld(message)
            || message.Decision.Reply.Answer is not null
            || message.Decision.UsesUrgentAllowance
            || message.State is MessageState.Released
            || message.Decision.IsPossibleForgery
            || (message.Decision.ClosedWindow is not null && message.Decision.Hold.Reasons.Any(b => b.Reason is Reason.HoldNever or Reason.LeaveBeyondMaxHold)));

    private DigestItem Item(MessageRecord message, ReplyRecord? reply, IReadOnlyDictionary<MessageKey, string> previews)
    {
        var (state, whyNot) = ReplyOf(message, reply);
        var until = IsHeld(message) ? message.ReleaseAt ?? message.Decision.Hold.Until : null;
        var whyHere = until is not null ? null : WouldBeHeld(message) ? new Because(Reason.ObserveMode) : message.Decision.Hold.Reasons[0];
        return new DigestItem
        {
            Id = until is not null && plan.Mode != Mode.Observe ? message.Key.Label : null,
            Client = clients(message.Mailbox).Clients.FirstOrDefault(c => c.Id == message.ClientId)?.Name,
            Sender = message.Person,
            Subject = message.Subject,
            Preview = previews.GetValueOrDefault(message.Key),
            Received = message.Identity.Received,
            Rules = message.Decision.BrokenRules,
            Until = until,
            Reply = state,
            WhyNot = whyNot?.Reason == whyHere?.Reason ? null : whyNot,
            WhyHere = whyHere,
            VisibleFor = message.HeldAt - message.Identity.Received,
            IsUrgent = message.Decision.IsUrgent,
            IsPossibleForgery = message.Decision.IsPossibleForgery,
            OffersCode = message.Decision.OffersCode,
            Told = reply?.State == ReplyState.Sent && until is not null && until != message.Decision.Hold.Until ? message.Decision.Hold.Until : null,
        };
    }

    private static (DigestReply State, Because? WhyNot) ReplyOf(MessageRecord message, ReplyRecord? reply) => (message.Decision.Reply.Answer, reply) switch
    {
        (null, _) => (DigestReply.None, message.Decision.Reply.Reasons[0]),
        (_, null) when message.Mode == Mode.Observe => (DigestReply.Would, null),
        (_, null) when message.Mode == Mode.Hold => (DigestReply.Would, new Because(Reason.HoldMode)),
        (_, null) => (DigestReply.None, new Because(message.Failure is null ? Reason.AlreadyAnswered : Reason.ReplyNotComposed)),
        (_, { State: ReplyState.Sent }) => (DigestReply.Sent, null),
        (_, { State: ReplyState.Dropped }) => (DigestReply.None, new Because(Reason.HandledLate)),
        (_, { State: ReplyState.Refused }) => (DigestReply.Failed, new Because(Reason.SendRefused)),
        (_, { State: ReplyState.Unknown }) => (DigestReply.Failed, new Because(Reason.SendUnknown)),
        _ => (DigestReply.Pending, null),
    };

    // What somebody is called who was forgotten meanwhile is not known any more.
    private string CameBackText(string? person) => language == "pl"
        ? $"{person ?? "ktoś"}: odpowiedź wróciła, nie udało się jej doręczyć; pod ten adres przez 60 dni nic nie wyjdzie"
        : $"{person ?? "somebody"}: our reply came back, it could not be delivered; nothing more is sent to that address for 60 days";

    private IEnumerable<string> Failure((MessageRecord Message, ReplyRecord? Reply) entry)
    {
        if (entry.Message.Failure is { } failure)
        {
            yield return $"{entry.Message.Person}: {failure}";
        }

        if (KeyOfReturned(entry.Message) is { } key)
        {
            yield return CameBackText(CameBack.GetValueOrDefault(key));
        }

        if (entry.Reply is { State: ReplyState.Refused or ReplyState.Unknown } reply)
        {
            var reason = reply.State == ReplyState.Refused ? Reason.SendRefused : Reason.SendUnknown;
            yield return $"{entry.Message.Person}: {ReasonTable.Text(reason, language)}";
        }
    }
}
