using System.Text.RegularExpressions;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Health;

/// <summary>
/// Whether the worker does what it is there for: a completed look at every mailbox within two poll intervals, and her files good. In plain words, without
/// addresses and without what her files say: only where they are wrong.
/// </summary>
internal sealed partial class Readiness(Worker worker, WorkerStatus status, LastLooks looks, BoundarySettings settings, IClock clock)
{
    /// <summary>The answer now; a store that cannot be used is part of it.</summary>
    public async Task<ReadyAnswer> AskAsync(CancellationToken token)
    {
        var (now, counts) = (clock.GetCurrentInstant(), status.Counts);
        var problems = new List<string>();
        problems.AddRange(counts.FailedInARow.Order().Select(f => $"The last {f.Value} rounds of {f.Key} failed; the log says why. It is tried again by itself."));
        problems.AddRange(worker.Offices.SelectMany(o => o.Sets).SelectMany(s => FilesProblems(s.Last)).Distinct());
        var mailboxes = new List<MailboxAnswer>();
        try
        {
            foreach (var (mailbox, at) in await looks.AllAsync(token))
            {
                var recent = at is { } last && now - last <= 2 * settings.Poll;
                mailboxes.Add(new MailboxAnswer(mailbox, at is { } look ? InstantPattern.General.Format(look) : null, recent));
                if (!recent)
                {
                    problems.Add(at is null
                        ? $"Mailbox {mailbox} has not been looked at yet."
                        : $"Mailbox {mailbox} was last looked at {InstantPattern.General.Format(at.Value)}, longer ago than two polls. {WhyOf(mailbox)}".TrimEnd());
                }
            }
        }
        catch (LedgerUnavailableException)
        {
            problems.Add("The store with the records cannot be read; the log says why. Mail stays where it is meanwhile.");
        }

        return new ReadyAnswer(problems.Count == 0 ? "ready" : "not ready", settings.Mode.ToString().ToLowerInvariant(), problems, Warnings(), mailboxes);
    }

    private static IEnumerable<string> FilesProblems(FilesState? files)
    {
        if (files is null)
        {
            yield return "No round has been completed since the start.";
        }
        else if (files is FilesState.ReleaseOnly broken)
        {
            var places = broken.Problems.Select(p => Place().Match(p).Value).Where(p => p.Length > 0).Distinct();
            yield return $"Your files have an error: {string.Join(", ", places)}. Nothing new is held or answered, what is held comes back in time. "
                + "`boundaryworker check` says what is wrong and what would be right.";
        }
    }

    private string WhyOf(string mailbox) => Current().FirstOrDefault(n => n.Subject == mailbox && n.Kind is (NoticeKind.MailboxUnavailable or NoticeKind.MailboxFailed))?.Kind switch
    {
        NoticeKind.MailboxUnavailable => "It cannot be reached; the log says why, and it is tried again by itself.",
        NoticeKind.MailboxFailed => "Something unforeseen stopped it; the log says what, and it is tried again by itself.",
        _ => "",
    };

    private IEnumerable<Notice> Current() => worker.Offices.SelectMany(o => o.Mail.Current);

    private IReadOnlyList<string> Warnings() => [.. Current().Select(Warning).OfType<string>().Distinct()];

    private static string? Warning(Notice notice) => notice.Kind switch
    {
        NoticeKind.ClockSkew => $"The clock of this machine and that of mailbox {notice.Subject} disagree by more than five minutes: nothing is held or answered there.",
        NoticeKind.CannotHold => $"Messages cannot be moved in mailbox {notice.Subject}: nothing is held or answered there.",
        NoticeKind.BreakerOpen => "Replies are paused after an unusual number of them; `boundaryworker replies resume` ends it.",
        NoticeKind.ForeignWorker => $"Another BoundaryWorker answers from mailbox {notice.Subject}: replies are paused until you stop it and run `boundaryworker replies resume`.",
        NoticeKind.HolidaysEnd => $"The public holidays of {notice.Subject} are known for a few weeks only: install a newer version.",
        NoticeKind.DigestFailed => "The last digest could not be written.",
        NoticeKind.SendingFails => $"Mail does not go out of mailbox {notice.Subject}: check the settings for outgoing mail, above all the password.",
        NoticeKind.CannotFileSent => $"Copies of replies cannot be filed in mailbox {notice.Subject}; the replies themselves went out.",
        NoticeKind.OldMailFlood => $"Much old mail came into mailbox {notice.Subject} at once and was left alone.",
        _ => null,
    };

    // `code.yaml:12:7: error: ...`; the rest may quote an address.
    [GeneratedRegex(@"^[^:]+(:\d+:\d+)?(?=: )")]
    private static partial Regex Place();
}

/// <summary>The body of <c>/health/ready</c>.</summary>
/// <param name="Status"><c>ready</c> or <c>not ready</c>.</param>
/// <param name="Mode">How far the worker goes.</param>
/// <param name="Problems">Why it is not ready, one sentence or two each.</param>
/// <param name="Warnings">What she should see to although it is ready.</param>
/// <param name="Mailboxes">Every mailbox.</param>
internal sealed record ReadyAnswer(
    string Status, string Mode, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings, IReadOnlyList<MailboxAnswer> Mailboxes);

/// <summary>One mailbox in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LastLook">Its last complete look, ISO 8601 UTC; null for none yet.</param>
/// <param name="Ready">Whether that was within two polls.</param>
internal sealed record MailboxAnswer(string Id, string? LastLook, bool Ready);
