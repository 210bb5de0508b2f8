using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Sends the replies of one mailbox: mark sending, send, mark how it ended, see to the copy in Sent (replies.md E1). At most one in five seconds (E6); what is
/// too late is dropped (A19); an unknown outcome is looked up and never sent again (E2).
/// </summary>
public sealed class Outbox(IMailbox mailbox, IMailSender sender, ILedger ledger, SentCopies copies, IClock clock, ISteps steps)
{
    /// <summary>The pace of E6.</summary>
    public static readonly Duration Pace = Duration.FromSeconds(5);

    private static readonly Duration FirstRetry = Duration.FromSeconds(20);

    /// <summary>Sends what is ready.</summary>
    /// <param name="mayAnswer">Whether anybody is answered for now; where not, what is too late is dropped all the same.</param>
    /// <returns>When to come back for what must wait, or null.</returns>
    public async Task<Instant?> SendReadyAsync(bool mayAnswer, CancellationToken token)
    {
        Instant? next = null;
        foreach (var reply in await ledger.RepliesInStateAsync(mailbox.Id, [ReplyState.Waiting, ReplyState.Ready], token))
        {
            var now = clock.GetCurrentInstant();
            if (await WhyDropAsync(reply, now, token) is { } why)
            {
                await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Dropped, now, why, null, token);
            }
            else if (mayAnswer && reply.State == ReplyState.Ready)
            {
                // One that waits for its retry keeps nobody else waiting.
                if (await SendOnceFreeAsync(reply, now, token) is { } free)
                {
                    next = Instant.Min(next ?? free, free);
                }
            }
        }

        return next;
    }

    /// <summary>Why a reply is not to be sent any more, or null: it is late (A19), or she has taken its message, so that it would say what is no longer true (D7).</summary>
    private async Task<string?> WhyDropAsync(ReplyRecord reply, Instant now, CancellationToken token)
    {
        if (now >= reply.DropAt)
        {
            return "too late";
        }

        var state = (await ledger.FindAsync(reply.Message, token))?.State;
        return state == MessageState.Hers || (state == MessageState.Released && reply.Kind != AnswerKind.Invitation) ? ReplyCounting.SheWasFaster : null;
    }

    /// <summary>Finds out about replies whose sending was cut off by a crash.</summary>
    public async Task ResolveInterruptedAsync(CancellationToken token)
    {
        foreach (var reply in await ledger.RepliesInStateAsync(mailbox.Id, [ReplyState.Sending], token))
        {
            var state = await WasSentAsync(reply, token) switch
            {
                true => ReplyState.Sent,
                false => ReplyState.Ready,
                null => ReplyState.Unknown,
            };
            await ConfirmAsync(reply, state, clock.GetCurrentInstant(), "looked up after an interruption", null, token);
        }
    }

    /// <summary>Sends it, or says from when on it may be: the pace is that of the whole worker, so the mark is claimed in the ledger (E6).</summary>
    private async Task<Instant?> SendOnceFreeAsync(ReplyRecord reply, Instant now, CancellationToken token)
    {
        if (reply.NotBefore is { } later && later > now)
        {
            return later;
        }

        if (await ledger.TryMarkSendingAsync(reply.Key, now, Pace, token) is { } free)
        {
            return free;
        }

        steps.Reached(Step.SendingMarked);
        await SendAsync(reply, token);
        return null;
    }

    private async Task SendAsync(ReplyRecord reply, CancellationToken token)
    {
        var outcome = await sender.SendAsync(reply.Bytes, token);
        steps.Reached(Step.Sent);

        // What happened is recorded even while the process is being stopped: a mark without an answer would make the outcome unknown.
        var now = clock.GetCurrentInstant();
        var state = outcome.Result switch
        {
            SendResult.Accepted => ReplyState.Sent,
            SendResult.Refused => ReplyState.Refused,
            SendResult.TryAgain => ReplyState.Ready,
            _ => await WasSentAsync(reply, CancellationToken.None) is true ? ReplyState.Sent : ReplyState.Unknown,
        };
        Instant? retryAt = state == ReplyState.Ready ? now + (FirstRetry * Math.Pow(2, Math.Min(reply.Attempts, 5))) : null;
        await ConfirmAsync(reply, state, now, outcome.Detail, retryAt, CancellationToken.None);
        if (state == ReplyState.Refused)
        {
            await ledger.NoteBounceAsync(reply.Key.Person, now, CancellationToken.None);
        }

        steps.Reached(Step.SendConfirmed);
    }

    /// <summary>What went out keeps its bytes until its copy is seen to.</summary>
    private Task ConfirmAsync(ReplyRecord reply, ReplyState state, Instant at, string? detail, Instant? retryAt, CancellationToken token) =>
        state == ReplyState.Sent && copies.AreFiled
            ? ledger.ConfirmSentAsync(reply.Key, at, detail, token)
            : ledger.ConfirmReplyAsync(reply.Key, state, at, detail, retryAt, token);

    /// <summary>Whether it went out: by the sender, else by the headers of Sent since the attempt (hosts rewrite Message-ID, so the marker counts too).</summary>
    private async Task<bool?> WasSentAsync(ReplyRecord reply, CancellationToken token)
    {
        var id = reply.Bytes.MessageId;
        if (await sender.WasSentAsync(id, token) is { } known)
        {
            return known;
        }

        var since = (reply.ChangedAt ?? reply.RecordedAt) - Duration.FromMinutes(10);
        return (await mailbox.SentSinceAsync(since, token)).Any(s => SentMatch.Is(s, id)) ? true : null;
    }
}
