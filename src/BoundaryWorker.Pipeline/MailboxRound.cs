using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Everything that is due in one mailbox, in this order: open, resume, release, look, send, see to the copies of what was sent. One round at a time; each is complete in itself, so that a
/// timer that was missed or a process that slept costs nothing but time (promise 5).
/// </summary>
public sealed partial class MailboxRound(
    IMailbox mailbox, SentHistory sent, UnfinishedWork unfinished, HeldMessages held, Arrivals arrivals, Outbox outbox, SentCopies copies, INotices notices,
    IClock clock, ILogger<MailboxRound> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly UnforeseenFailures _unforeseen = new();
    private volatile object? _lastBegan;
    private bool _announced;

    /// <summary>The mailbox's id.</summary>
    public string Mailbox => mailbox.Id;

    /// <summary>The mailbox, to wait for changes in.</summary>
    public IMailbox Port => mailbox;

    /// <summary>When the last round began that has ended, well or not; null before the first.</summary>
    public Instant? LastBegan => (Instant?)_lastBegan;

    /// <summary>Rounds in a row that something unforeseen stopped.</summary>
    public int Unforeseen => _unforeseen.InARow;

    /// <summary>
    /// Does all that is due. A mailbox that cannot be reached fails by itself: she is told once, and the next round tries again. So does one that something
    /// unforeseen stops, though less and less often.
    /// </summary>
    /// <returns>When something further is due, or null.</returns>
    public async Task<Instant?> RunAsync(Standing standing, CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        var began = clock.GetCurrentInstant();
        try
        {
            if (_unforeseen.WaitsUntil(began) is { } later)
            {
                return later;
            }

            var next = await RunDutiesAsync(standing, token);
            _unforeseen.None(next);
            await notices.OverAsync(Notice.MailboxUnavailable(mailbox.Id, ""), token);
            await notices.OverAsync(Notice.MailboxFailed(mailbox.Id), token);
            return next;
        }
        catch (MailboxUnavailableException unavailable)
        {
            _announced = false;
            LogUnavailable(logger, mailbox.Id, unavailable.Message);
            await notices.TellAsync(Notice.MailboxUnavailable(mailbox.Id, unavailable.Message), token);
            return null;
        }
        catch (Exception unforeseen) when (unforeseen is not (LedgerUnavailableException or OperationCanceledException))
        {
            _announced = false;
            LogUnforeseen(logger, unforeseen, mailbox.Id);
            await notices.TellAsync(Notice.MailboxFailed(mailbox.Id), token);
            return _unforeseen.Another(began);
        }
        finally
        {
            _lastBegan = began;
            _oneAtATime.Release();
        }
    }

    /// <summary>Releases all, or one, at the owner's word.</summary>
    /// <returns>How many came back.</returns>
    public async Task<int> ReleaseNowAsync(string? id, Standing standing, CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        try
        {
            await mailbox.OpenAsync(token);
            return await held.ReleaseNowAsync(id, standing, token);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>The first words of messages, for the digest.</summary>
    public async Task<IReadOnlyList<string?>> PreviewsAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        try
        {
            return await mailbox.PreviewsAsync(messages, token);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Instant?> RunDutiesAsync(Standing standing, CancellationToken token)
    {
        var abilities = await mailbox.OpenAsync(token);
        var cannotHold = Notice.CannotHold(mailbox.Id, abilities.WhyNot ?? "");
        await (abilities.CanHold ? notices.OverAsync(cannotHold, token) : notices.TellAsync(cannotHold, token));

        await sent.ReadOnceAsync(token);
        var count = await unfinished.ResumeAsync(token);
        if (count > 0)
        {
            LogResumed(logger, mailbox.Id, count);
        }

        if (!_announced)
        {
            LogOpen(logger, mailbox.Id);
            _announced = true;
        }

        await held.ReleaseDueAsync(standing, token);
        var mayAnswer = await arrivals.LookAsync(standing.Situation, token);
        var send = await outbox.SendReadyAsync(mayAnswer && standing.Situation is { Mode: Mode.Enforce }, token);
        var release = await held.ReleaseDueAsync(standing, token);
        var copy = await copies.SeeToAsync(token);
        return new[] { send, release, copy }.Min();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mailbox {Mailbox} cannot be reached: {Why} It is tried again")]
    private static partial void LogUnavailable(ILogger logger, string mailbox, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something unforeseen stopped the round of mailbox {Mailbox}; mail stays where it is and it is tried again. Other mailboxes go on")]
    private static partial void LogUnforeseen(ILogger logger, Exception unforeseen, string mailbox);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mailbox {Mailbox} is open")]
    private static partial void LogOpen(ILogger logger, string mailbox);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mailbox {Mailbox}: taken up again where the last process stopped: {Count}")]
    private static partial void LogResumed(ILogger logger, string mailbox, int count);
}
