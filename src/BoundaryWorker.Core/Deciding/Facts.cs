using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>One message with all that the rows of the table ask about it, worked out once. The rows themselves are in <see cref="HoldTable"/> and <see cref="ReplyTable"/>.</summary>
internal sealed class Facts
{
    public Facts(IncomingMessage message, Classification kind, Situation situation, History history, Instant now)
    {
        (Message, Kind, Situation, History, Now) = (message, kind, situation, history, now);
        Windows = situation.Windows.For(Client);
        Arrival = Arrival.Of(message, Windows, situation.Code.Hours, now);
        Marks = MarksThatCount.Of(message, kind);
        Machine = [.. Marks.Where(MarksThatCount.IsMachine)];
        AsksForTime = InvitationTimes.IsRequest(message.Invitation) && !IsHers(message.Invitation!.Organizer) && InvitationTimes.HasTimeAhead(message.Invitation, now);
        Clash = AsksForTime ? InvitationTimes.FirstClash(message.Invitation!, Windows, situation.Busy, now) : null;
        Breaches = RuleBreaches.Of(this);
    }

    public IncomingMessage Message { get; }

    public Classification Kind { get; }

    public Situation Situation { get; }

    public History History { get; }

    public Instant Now { get; }

    public BoundaryCode Code => Situation.Code;

    public Client? Client => Kind.Client?.Client;

    /// <summary>Only ever used where the marks say that there is an author that can be read.</summary>
    public EmailAddress Author => Message.Author!;

    /// <summary>The windows that apply to this sender, a client's extra hours among them.</summary>
    public WorkingWindows Windows { get; }

    public Arrival Arrival { get; }

    /// <summary>The marks of replies.md A that count for this client.</summary>
    public IReadOnlyList<Because> Marks { get; }

    /// <summary>Those of them that say "machine" (A1, A3-A9, A13).</summary>
    public IReadOnlyList<Because> Machine { get; }

    /// <summary>Machine by A3, A5, A6 or A7 alone, from a full address of clients.yaml: a person whose mail goes through a CRM (row 13).</summary>
    public bool IsListedDespiteMarks => Kind.Client is { ByFullAddress: true } && Machine.All(MarksThatCount.IsSoft);

    /// <summary>
    /// A machine's report that a reply of ours came back for good (C3): the one machine mail that is held, since nobody but this program caused it, and it
    /// must not reach her out of hours. Known by the HMAC in the id of the reply, which only its recipient and the hosts on the way have seen.
    /// </summary>
    public bool IsOwnBounce => History.ReturnedReply is not null && Machine.Count > 0;

    /// <summary>It was read, answered or marked, or thrown away, before it was first looked at (row 18).</summary>
    public bool IsHandled => Message.Flags != MessageFlags.None;

    /// <summary>Spam or a forgery: no urgent tag and no thread of hers lets it through, it is kept from sight (row 14).</summary>
    public bool IsSuspicious => Kind.IsSpam || Kind.Authentication == Authentication.Failed;

    /// <summary>An invitation of somebody else that asks for a time of hers which is not over yet.</summary>
    public bool AsksForTime { get; }

    /// <summary>Where that time is outside her hours or taken (row 23).</summary>
    public Clash? Clash { get; }

    /// <summary>The enforced rules that are broken, in the order of the Code.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    /// <summary>She wrote to this person herself in this closed window (row 17).</summary>
    public bool OwnerWroteInWindow =>
        Arrival.IsStillClosed && !IsSuspicious && History.OwnerWroteToPerson is { } wrote && wrote <= Now && Arrival.Closed!.Value.Contains(wrote);

    /// <summary>A client's urgent tag; that of a stranger is a word like any other.</summary>
    public bool HasTag => Kind.HasUrgentTag && Client is not null && !IsSuspicious;

    /// <summary>None of the allowance is left in this period; a tag without an allowance always has some.</summary>
    public bool IsAllowanceSpent => Code.UrgentTag?.Allowance is { } allowance && History.UrgentUsed >= allowance.Count;

    /// <summary>Urgent in words, or with a deadline before the release (row 10).</summary>
    public MatterFinding? UrgentInWords => Kind.Matters.FirstOrDefault(m => m.Matter == Matter.Urgent);

    /// <summary>When it would come back, or now where it is not held.</summary>
    public Instant Release => Arrival is { IsStillClosed: true, Passes: null } ? Arrival.Opening ?? Instant.MaxValue : Now;

    /// <summary>A calendar object that asks for nothing: it is never answered (A10).</summary>
    public bool IsCalendarAnswer => Marks.Any(m => m.Reason == Reason.CalendarAnswer);

    /// <summary>News of what begins before the release, or an answer to her own event: no time to lose (row 24).</summary>
    public bool IsCalendarNews => Message.Invitation is { } invitation && invitation.Method switch
    {
        "REPLY" or "COUNTER" => invitation.Organizer is null || IsHers(invitation.Organizer) || InvitationTimes.BeginsBefore(invitation, Release, Now),
        "CANCEL" or "REFRESH" or "DECLINECOUNTER" => InvitationTimes.BeginsBefore(invitation, Release, Now),
        _ => InvitationTimes.IsUpdate(invitation) && InvitationTimes.BeginsBefore(invitation, Release, Now),
    };

    private bool IsHers(EmailAddress? address) => address is not null && Code.Owner.Owns(address);
}
