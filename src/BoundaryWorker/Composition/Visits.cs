using System.Runtime.CompilerServices;
using BoundaryWorker.Commands;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Doctor;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Pickup;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using BoundaryWorker.Store;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace BoundaryWorker.Composition;

/// <summary>What <c>doctor</c> looks at in each mailbox, with connections of its own: a running worker keeps its own, and its lock is not asked for.</summary>
/// <param name="settings">The settings.</param>
/// <param name="filesOf">The files by which a mailbox is kept, by its id; null where one is broken.</param>
/// <param name="clock">What time it is.</param>
internal sealed class Visits(BoundarySettings settings, Func<string, OwnerInput?> filesOf, IClock clock)
{
    /// <summary>The sections of one mailbox.</summary>
    /// <param name="sending">How long is waited for tests to herself; null to send none.</param>
    /// <param name="progress">Told before something takes long.</param>
    public async IAsyncEnumerable<Section> OfAsync(MailboxSettings mailbox, SettingPlace place, Duration? sending, TextWriter progress, [EnumeratorCancellation] CancellationToken token)
    {
        var files = filesOf(mailbox.Id);
        using var visit = new MailboxVisit(mailbox, place, clock, TimeProvider.System);
        var findings = await visit.MailboxAsync(files?.Code.Owner, files?.Clients, token);
        yield return new Section(Title(mailbox), [.. Mode(mailbox, files, place), .. findings]);
        yield return new Section($"Outgoing mail of {mailbox.Id}", await visit.OutgoingAsync(token));
        if (sending is { } limit)
        {
            yield return new Section($"Tests to yourself from {mailbox.Id}", await SendAsync(visit, mailbox, files, limit, progress, token));
        }
    }

    private static string Title(MailboxSettings mailbox) =>
        $"Mailbox {mailbox.Id} ({(mailbox.Imap is { } imap ? $"{imap.Host}:{imap.Port}" : mailbox.MaildirPath)})";

    private IEnumerable<Finding> Mode(MailboxSettings mailbox, OwnerInput? files, SettingPlace place)
    {
        if (files is not null)
        {
            var mode = mailbox.Mode ?? settings.Mode;
            var policy = new MailboxPolicy(mode, WorkerFactory.TrustOf(mailbox.Trust), mailbox.AllowRepliesHere);
            yield return ModeCheck.Of(mode, policy.ModeFor(files.Code.Owner, files.Clients, Freemail.Contains), place);
        }
    }

    private async Task<IReadOnlyList<Finding>> SendAsync(MailboxVisit visit, MailboxSettings mailbox, OwnerInput? files, Duration limit, TextWriter progress, CancellationToken token)
    {
        if (files is null || !visit.IsReachable)
        {
            return [Finding.ToDo("Nothing was sent: first see to what is said above.", "Then run `doctor --send-test` again.")];
        }

        var owner = files.Code.Owner;
        if (owner.Addresses.All(a => a.Local == "*"))
        {
            return [Finding.ToDo("Your Code names no whole address of yours to send from.", "code.yaml: add one to owner.addresses beside the *@ one.")];
        }

        await progress.WriteLineAsync($"Sending to yourself and waiting, up to {limit.TotalSeconds:0} seconds.");
        await using var ledger = await SqliteLedger.OpenAsync(settings.Store.Sqlite, token);
        var test = new SendTest(ledger, new MimeWriter(), await ledger.InstallationAsync(token), clock, TimeProvider.System);
        try
        {
            var tried = new SendTestMailbox(
                mailbox.Id,
                visit.Inspection,
                SenderOf(mailbox),
                AddressOf(mailbox, owner),
                WorkerFactory.TrustOf(mailbox.Trust),
                messageId => mailbox.PickupPath is { } pickup && PickupInspection.TakeBack(pickup, messageId));
            return await test.RunAsync(tried, owner, limit, token);
        }
        catch (MailboxUnavailableException unavailable)
        {
            return [Finding.ToDo(unavailable.Message, "Run `doctor --send-test` again. A test that arrives later may be deleted.")];
        }
    }

    private IMailSender SenderOf(MailboxSettings mailbox) => mailbox.Smtp is { } smtp
        ? new SmtpSender(smtp, new ClockTime(clock), NullLogger<SmtpSender>.Instance)
        : new PickupSender(mailbox.PickupPath!);

    /// <summary>Where this mailbox gets its mail: the name she signs in with, where that is an address of hers, else her main address.</summary>
    private static EmailAddress AddressOf(MailboxSettings mailbox, Core.Code.Owner owner) =>
        EmailAddress.TryParse(mailbox.Imap?.User) is { } user && owner.Owns(user) ? user : owner.MainAddress;
}
