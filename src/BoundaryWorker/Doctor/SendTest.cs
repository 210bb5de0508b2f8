using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Doctor;

/// <summary>With what one mailbox is tried.</summary>
/// <param name="Id">The mailbox's id.</param>
/// <param name="Inspection">Sees what arrives.</param>
/// <param name="Sender">Sends.</param>
/// <param name="To">Her address at which this mailbox gets its mail.</param>
/// <param name="Trust">Whose Authentication-Results are believed.</param>
/// <param name="TakeBack">Takes back a message, by its Message-ID, that was put into a folder and that nobody took from there; false where there is none.</param>
internal sealed record SendTestMailbox(string Id, IMailboxInspection Inspection, IMailSender Sender, EmailAddress To, TrustPolicy Trust, Func<string, bool> TakeBack);

/// <summary>
/// Sends one message to herself from each of her addresses, waits for them, says what became of them and removes them (<c>--send-test</c>). A running
/// worker leaves them alone: they come from her own address and bear our marker (A2).
/// </summary>
/// <param name="ledger">Is told which addresses are sendable (C2).</param>
/// <param name="mime">Writes the messages.</param>
/// <param name="installation">Who writes.</param>
/// <param name="clock">What time it is.</param>
/// <param name="time">The real time, by which is waited.</param>
internal sealed class SendTest(ISendableLedger ledger, IMimeWriter mime, Installation installation, IClock clock, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Tries all of them.</summary>
    /// <param name="limit">How long is waited for the last one.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(SendTestMailbox mailbox, Owner owner, Duration limit, CancellationToken token)
    {
        await mailbox.Inspection.BeginAsync(token);
        var tests = owner.Addresses.Where(a => a.Local != "*").Distinct().Select(a => AliasTest.Of(owner, a, mailbox.To, installation, clock.GetCurrentInstant())).ToList();
        var began = clock.GetCurrentInstant();
        var sent = new List<(AliasTest Test, SendOutcome Outcome)>();
        foreach (var test in tests)
        {
            sent.Add((test, mime.Write(test.Message) is { Bytes: { } bytes } ? await mailbox.Sender.SendAsync(bytes, token) : new SendOutcome(SendResult.Refused, "The address cannot be written into a message.")));
        }

        var waited = sent.Where(s => s.Outcome.Result is SendResult.Accepted or SendResult.Unknown).Select(s => s.Test).ToList();
        var arrived = await WaitAsync(mailbox.Inspection, waited, limit, token);
        var untaken = waited.Where(t => !arrived.ContainsKey(t) && mailbox.TakeBack(t.Message.MessageId)).ToHashSet();
        var tried = sent
            .Select(s => Tried(s.Test, s.Outcome, arrived.GetValueOrDefault(s.Test), owner, mailbox.Trust, began) with { IsUntaken = untaken.Contains(s.Test) })
            .ToList();
        foreach (var one in tried)
        {
            if (SendTestCheck.IsSendable(one) is { } sendable)
            {
                await ledger.NoteSendableAsync(mailbox.Id, one.Alias, sendable, clock.GetCurrentInstant(), token);
            }
        }

        return
        [
            .. tried.SelectMany(t => SendTestCheck.Of(t, limit)),
            .. Skew(arrived.Values, began),
            .. await RemoveAsync(mailbox.Inspection, tests, arrived.Count > 0, token),
        ];
    }

    private static TriedAlias Tried(AliasTest test, SendOutcome outcome, (ArrivedMail Mail, Instant At)? arrived, Owner owner, TrustPolicy trust, Instant began)
    {
        var tried = new TriedAlias(test.Alias, test.Alias.Equals(owner.MainAddress), outcome);
        return arrived is var (mail, at)
            ? tried with { Verdict = test.Judge(mail.Headers, HeaderAuthor.Of(mail.Headers), trust), Folder = mail.Folder, IsJunk = mail.IsJunk, Took = at - began }
            : tried;
    }

    private async Task<Dictionary<AliasTest, (ArrivedMail Mail, Instant At)?>> WaitAsync(IMailboxInspection inspection, List<AliasTest> tests, Duration limit, CancellationToken token)
    {
        var arrived = new Dictionary<AliasTest, (ArrivedMail, Instant)?>();
        var began = time.GetTimestamp();
        while (arrived.Count < tests.Count)
        {
            var now = await inspection.ArrivedAsync(token);
            foreach (var test in tests.Where(t => !arrived.ContainsKey(t)))
            {
                if (now.FirstOrDefault(m => test.Is(m.Headers)) is { } mail)
                {
                    arrived[test] = (mail, clock.GetCurrentInstant());
                }
            }

            if (arrived.Count == tests.Count || time.GetElapsedTime(began) >= limit.ToTimeSpan())
            {
                break;
            }

            await Task.Delay(Interval, time, token);
        }

        return arrived;
    }

    /// <summary>It was accepted between the sending and the finding: a stamp outside of that is another clock's.</summary>
    private static IEnumerable<Finding> Skew(IEnumerable<(ArrivedMail Mail, Instant At)?> arrived, Instant began)
    {
        var ahead = arrived.OfType<(ArrivedMail Mail, Instant At)>()
            .Select(a => a.Mail.Received > a.At ? a.Mail.Received - a.At : a.Mail.Received < began ? a.Mail.Received - began : Duration.Zero)
            .Where(d => ClockSkew.IsTooLarge(Instant.FromUnixTimeTicks(0) + d, Instant.FromUnixTimeTicks(0)))
            .ToList();
        return ahead.Count > 0 ? [ClockCheck.Of(new ClockReading(ahead[0]))] : [];
    }

    private static async Task<IReadOnlyList<Finding>> RemoveAsync(IMailboxInspection inspection, List<AliasTest> tests, bool arrived, CancellationToken token) =>
        await inspection.RemoveAsync(header => tests.Exists(t => t.Is(header)), token)
            ? arrived ? [Finding.Fine("The tests were removed again.")] : []
            : [Finding.Note("The tests stay in your mailbox, since this server cannot remove one message alone. They may be deleted.")];
}
