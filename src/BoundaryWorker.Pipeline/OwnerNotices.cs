using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Keeps notices in the ledger until she was told, each topic once: by mail, and by the webhook where she set one; while she works, or at once where she named the kind
/// (promise 11). The two ways wait for each other in nothing. The log says them at once.
/// </summary>
/// <param name="office">Whose notices these are.</param>
/// <param name="senders">What mail goes out by, to be told of when it does not.</param>
public sealed partial class OwnerNotices(
    string office, ILedger ledger, MailToOwner mail, AlarmChoice alarms, IReadOnlyList<SendingWatch> senders, IClock clock, ILogger<OwnerNotices> logger) : INotices
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, Notice> _current = [];
    private readonly HashSet<string> _kept = [];
    private readonly HashSet<string> _over = [];
    private readonly PostPauses _pauses = new();

    /// <summary>What was found to be so since the start, and is not over.</summary>
    public IReadOnlyList<Notice> Current
    {
        get
        {
            lock (_guard)
            {
                return [.. _current.Values];
            }
        }
    }

    /// <inheritdoc/>
    public async Task TellAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            if (_current.TryGetValue(notice.Topic, out var known) && known == notice && _kept.Contains(notice.Topic))
            {
                return;
            }

            if (known is null)
            {
                LogNotice(logger, notice.Kind, notice.Subject);
            }

            _current[notice.Topic] = notice;
            _over.Remove(notice.Topic);
        }

        await ledger.KeepNoticeAsync(office, notice, clock.GetCurrentInstant(), token);
        lock (_guard)
        {
            _kept.Add(notice.Topic);
        }
    }

    /// <inheritdoc/>
    public async Task OverAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            _current.Remove(notice.Topic);
            _kept.Remove(notice.Topic);
            if (_over.Contains(notice.Topic))
            {
                return;
            }
        }

        await ledger.DropNoticeAsync(notice.Topic, token);
        await ledger.ForgetTopicAsync(notice.Topic, token);
        lock (_guard)
        {
            _over.Add(notice.Topic);
        }
    }

    /// <summary>Tells what is pending: all of it if she works now, else the kinds that she named.</summary>
    public async Task SendPendingAsync(BoundaryCode code, WorkingWindows windows, CancellationToken token)
    {
        var isOpen = windows.IsOpen(clock.GetCurrentInstant());
        await SendPendingAsync(code.Owner, notice => isOpen || alarms.AtOnce.Contains(notice.Kind), token);
    }

    /// <summary>
    /// Tells what is pending where there never was a Code: at once, since no hours are known, in English, by mail to the setting <c>Digest.To</c>; without that and without a
    /// webhook the log alone says it.
    /// </summary>
    public Task SendWithoutCodeAsync(CancellationToken token) => SendPendingAsync(
        mail.To is { } to ? new Owner { Name = to.DisplayName, Addresses = [to], Zone = DateTimeZone.Utc, Languages = ["en"] } : null, _ => true, token);

    /// <param name="owner">Null where nobody is known to write to.</param>
    /// <param name="isTime">Whether she is told of it now.</param>
    private async Task SendPendingAsync(Owner? owner, Func<Notice, bool> isTime, CancellationToken token)
    {
        await NoteSendersAsync(token);
        foreach (var pending in (await PendingAsync(token)).Where(p => isTime(p.Notice)))
        {
            // Posted first: a mail server that does not answer may be what it is about.
            var isPosted = pending.IsPosted || await PostAsync(pending, owner?.Languages[0] ?? "en", token);
            var isMailed = pending.IsMailed || (owner is not null && await MailAsync(pending.Notice, owner, token));
            if (isMailed && isPosted)
            {
                await ledger.DropNoticeAsync(pending.Notice.Topic, token);
            }
        }
    }

    /// <summary>
    /// What the ledger has kept. A notice that was told within a transaction that came to nothing is not there, although it is known here: it is kept again. One that
    /// she was told already is not.
    /// </summary>
    private async Task<IReadOnlyList<PendingNotice>> PendingAsync(CancellationToken token)
    {
        var kept = await ledger.PendingNoticesAsync(office, token);
        var missing = Current.ExceptBy(kept.Select(k => k.Notice.Topic), n => n.Topic).ToList();
        foreach (var notice in missing)
        {
            await ledger.KeepNoticeAsync(office, notice, clock.GetCurrentInstant(), token);
        }

        return missing.Count == 0 ? kept : await ledger.PendingNoticesAsync(office, token);
    }

    private async Task NoteSendersAsync(CancellationToken token)
    {
        foreach (var sender in senders)
        {
            if (sender.Trouble is { } trouble)
            {
                await TellAsync(trouble, token);
            }
            else if (sender.Over is { } over)
            {
                await OverAsync(over, token);
            }
        }
    }

    /// <summary>False when it is to be posted at a later round.</summary>
    private async Task<bool> PostAsync(PendingNotice pending, string language, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (alarms.Post is not { } post)
        {
            return true;
        }

        if (_pauses.IsPausing(now))
        {
            return false;
        }

        var result = await post.PostAsync(AlarmOf(pending, language), token);
        _pauses.Note(result, now);
        if (result == PostResult.TryAgain)
        {
            return false;
        }

        await ledger.MarkPostedAsync(pending.Notice.Topic, now, CancellationToken.None);
        return true;
    }

    private static Alarm AlarmOf(PendingNotice pending, string language)
    {
        var notice = pending.Notice;
        var mailbox = notice.Subject.Length == 0 || notice.Kind is NoticeKind.HolidaysEnd ? null : notice.Subject;
        return new Alarm(Alarm.IdOf(notice.Topic, pending.At), notice.Kind.ToString(), mailbox, NoticeWords.Brief(notice, language));
    }

    /// <summary>False when it is to be tried again.</summary>
    private async Task<bool> MailAsync(Notice notice, Owner owner, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!await ledger.TellOnceAsync(notice.Topic, now, token))
        {
            return true;
        }

        var (bytes, whyNot) = mail.Write(NoticeWords.Of(notice, owner.Languages[0]), owner, now);
        if (bytes is null)
        {
            LogUnwritable(logger, notice.Kind, whyNot);
            return true;
        }

        if ((await mail.SendAsync(bytes, token)).Result != SendResult.TryAgain)
        {
            return true;
        }

        await ledger.ForgetTopicAsync(notice.Topic, CancellationToken.None);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice to the owner: {Kind} {Subject}")]
    private static partial void LogNotice(ILogger logger, NoticeKind kind, string subject);

    [LoggerMessage(Level = LogLevel.Error, Message = "The notice {Kind} could not be written: {Why}")]
    private static partial void LogUnwritable(ILogger logger, NoticeKind kind, string? why);
}
