using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Collects notices and mails each topic once, while she works (promise 11). The log says them at once.</summary>
public sealed partial class OwnerNotices(ILedger ledger, MailToOwner mail, IClock clock, ILogger<OwnerNotices> logger) : INotices
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, Notice> _pending = [];
    private readonly HashSet<string> _logged = [];

    /// <summary>What she was told, or is to be, and is not over.</summary>
    public IReadOnlyList<Notice> Current => Pending();

    /// <inheritdoc/>
    public Task TellAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            _pending[notice.Topic] = notice;
            if (_logged.Add(notice.Topic))
            {
                LogNotice(logger, notice.Kind, notice.Subject);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task OverAsync(Notice notice, CancellationToken token)
    {
        lock (_guard)
        {
            _pending.Remove(notice.Topic);
            _logged.Remove(notice.Topic);
        }

        await ledger.ForgetTopicAsync(notice.Topic, token);
    }

    /// <summary>Mails what is pending, if she works now.</summary>
    public async Task SendPendingAsync(BoundaryCode code, WorkingWindows windows, CancellationToken token)
    {
        if (windows.IsOpen(clock.GetCurrentInstant()))
        {
            await SendPendingAsync(code.Owner, token);
        }
    }

    /// <summary>
    /// Mails what is pending where there never was a Code: at once, since no hours are known, in English, to the setting <c>Digest.To</c>; without that the log alone
    /// says it.
    /// </summary>
    public async Task SendWithoutCodeAsync(CancellationToken token)
    {
        if (mail.To is { } to)
        {
            await SendPendingAsync(new Owner { Name = to.DisplayName, Addresses = [to], Zone = DateTimeZone.Utc, Languages = ["en"] }, token);
        }
    }

    private async Task SendPendingAsync(Owner owner, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        foreach (var notice in Pending())
        {
            if (await ledger.TellOnceAsync(notice.Topic, now, token) && !await SendAsync(notice, owner, now, token))
            {
                await ledger.ForgetTopicAsync(notice.Topic, token);
            }
        }
    }

    private List<Notice> Pending()
    {
        lock (_guard)
        {
            return [.. _pending.Values];
        }
    }

    /// <summary>False when it is to be tried again.</summary>
    private async Task<bool> SendAsync(Notice notice, Owner owner, Instant now, CancellationToken token)
    {
        var (bytes, whyNot) = mail.Write(NoticeWords.Of(notice, owner.Languages[0]), owner, now);
        if (bytes is null)
        {
            LogUnwritable(logger, notice.Kind, whyNot);
            return true;
        }

        return (await mail.SendAsync(bytes, token)).Result != SendResult.TryAgain;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice to the owner: {Kind} {Subject}")]
    private static partial void LogNotice(ILogger logger, NoticeKind kind, string subject);

    [LoggerMessage(Level = LogLevel.Error, Message = "The notice {Kind} could not be written: {Why}")]
    private static partial void LogUnwritable(ILogger logger, NoticeKind kind, string? why);
}
