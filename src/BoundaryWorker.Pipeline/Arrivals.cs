using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>One look at a mailbox: lists what came and takes it through the <see cref="MessagePath"/>, in batches and in the order of arrival.</summary>
public sealed partial class Arrivals(
    IMailbox mailbox, ILedger ledger, MessagePath path, INotices notices, IClock clock, ISteps steps, ILogger<Arrivals> logger)
{
    private readonly Dictionary<MessageRef, int> _failures = [];

    /// <summary>A message that cannot be judged so often is left where it is and no longer tried: one poison message stops nobody else's.</summary>
    private const int TriesPerMessage = 3;

    /// <summary>Looks once.</summary>
    /// <param name="situation">What is decided under; null in release-only: then the look is noted as good without touching anything new.</param>
    /// <returns>False where nobody is to be answered now: the clocks disagree, or the messages were numbered anew (replies.md D3).</returns>
    public async Task<bool> LookAsync(Situation? situation, CancellationToken token)
    {
        var last = await ledger.LastLookAsync(mailbox.Id, token);
        await NoteOwnSendingAsync(last, token);

        var look = await mailbox.LookAsync(last.Cursor, token);
        var now = clock.GetCurrentInstant();
        if (look.ServerTime is { } server && ClockSkew.IsTooLarge(server, now))
        {
            await notices.TellAsync(Notice.ClockSkew(mailbox.Id), token);
            return false;
        }

        await notices.OverAsync(Notice.ClockSkew(mailbox.Id), token);
        if (situation is null)
        {
            // The cursor stays: what comes now is judged once her files are good again (late, so held without a reply).
            return !look.Renumbered;
        }

        // An incomplete look leaves cursor and instant as they were: by that instant old mail is known, and what is to be tried again must not grow old.
        if (await HandleAllAsync(look, last, situation with { IsRenumbered = look.Renumbered }, now, token))
        {
            await ledger.NoteLookAsync(mailbox.Id, new LookState(look.Cursor, now), token);
            steps.Reached(Step.LookNoted);
        }

        return !look.Renumbered;
    }

    private async Task<bool> HandleAllAsync(Look look, LookState last, Situation situation, Instant now, CancellationToken token)
    {
        var pause = look.Arrivals.Count > OldMail.AtOnce && await IsFloodAsync(look.Arrivals, last.At, token);
        if (pause)
        {
            await notices.TellAsync(Notice.OldMailFlood(mailbox.Id, look.Arrivals.Count, now), token);
        }

        var complete = true;
        foreach (var batch in look.Arrivals.Chunk(Batch.Most))
        {
            complete &= await HandleAsync(batch, last, situation, pause, token);
        }

        foreach (var vanished in _failures.Keys.Except(look.Arrivals.Select(a => a.Ref)).ToList())
        {
            _failures.Remove(vanished);
        }

        return complete;
    }

    /// <summary>What the ledger knows is no flood: at an opening much may come back at once.</summary>
    private async Task<bool> IsFloodAsync(IReadOnlyList<StoredMessage> arrivals, Instant? lastLook, CancellationToken token)
    {
        var unknown = new List<MailAge>();
        foreach (var (arrival, age) in arrivals.Select(a => (a, new MailAge(a.Identity.Received, a.TopmostReceived))).Where(a => OldMail.Is(a.Item2, lastLook)))
        {
            if (await ledger.FindAsync(arrival.Identity.Key(mailbox.Id), token) is null)
            {
                unknown.Add(age);
            }
        }

        return OldMail.IsFlood(unknown, lastLook);
    }

    /// <summary>True when none of the batch needs a further look.</summary>
    private async Task<bool> HandleAsync(IReadOnlyList<StoredMessage> batch, LookState last, Situation situation, bool pause, CancellationToken token)
    {
        var complete = true;
        foreach (var (arrival, record, failure) in await path.HandleAsync(batch, situation, last.At, pause, token))
        {
            if (failure is not null)
            {
                complete &= await IsGivenUpAsync(arrival, failure, token);
            }
            else if (record is not null)
            {
                var line = DecisionLine.Of(record, situation.Code.Owner);
                LogDecided(logger, record.Key.Label, line);
                _failures.Remove(arrival.Ref);
            }
        }

        return complete;
    }

    private async Task<bool> IsGivenUpAsync(StoredMessage arrival, Exception failure, CancellationToken token)
    {
        var tries = _failures[arrival.Ref] = _failures.GetValueOrDefault(arrival.Ref) + 1;
        var key = arrival.Identity.Key(mailbox.Id);
        LogPoison(logger, failure, key.Label, tries);
        if (tries >= TriesPerMessage)
        {
            await notices.TellAsync(Notice.Unreadable(mailbox.Id, key), token);
        }

        return tries >= TriesPerMessage;
    }

    /// <summary>Her own hand, from Sent: rows 17 and A15 need it before the arrivals are judged.</summary>
    private async Task NoteOwnSendingAsync(LookState last, CancellationToken token)
    {
        var since = (last.At ?? clock.GetCurrentInstant()) - Duration.FromHours(1);
        foreach (var sent in await mailbox.SentSinceAsync(since, token))
        {
            await ledger.NoteOwnSendingAsync(mailbox.Id, sent, token);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageKey}: {Decision}")]
    private static partial void LogDecided(ILogger logger, string messageKey, string decision);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageKey} could not be judged (try {Try}); it stays where it is")]
    private static partial void LogPoison(ILogger logger, Exception failure, string messageKey, int @try);
}
