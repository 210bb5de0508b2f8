using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <content>What is kept of one client.</content>
public sealed partial class InMemoryLedger
{
    public Task<ClientExport> ExportClientAsync(ClientTrace who, CancellationToken token) => Do(() =>
    {
        var persons = PersonsOf(who);
        return new ClientExport(
            [.. InOrder(m => m.ClientId == who.ClientId || persons.Contains(m.Person))],
            [.. replies.Select(r => r.Record).Where(r => IsTheirs(r, who, persons)).OrderBy(r => r.RecordedAt)],
            [
                .. sendings.OrderBy(s => s.Sent.At)
                    .SelectMany(s => s.Sent.Recipients.Select(r => r.Key).Distinct().Where(persons.Contains).Order(StringComparer.Ordinal).Select(r => new OwnSending(s.Mailbox, s.Sent.At, r))),
            ],
            [.. bounces.Where(b => persons.Contains(b.Key)).OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => (b.Key, b.Value))],
            purgedReplies.Where(p => p.Key.Client == who.ClientId).Sum(p => p.Value));
    }, token);

    public Task<ForgetResult> ForgetClientAsync(ClientTrace who, Instant now, CancellationToken token) => Do(() =>
    {
        var persons = PersonsOf(who);
        var theirs = messages.FindAll(m => m.Record.ClientId == who.ClientId || persons.Contains(m.Record.Person));
        var answers = replies.FindAll(r => IsTheirs(r.Record, who, persons));
        var held = theirs.Count(m => m.Record.State is MessageState.ToHold or MessageState.Held or MessageState.ToRelease);
        var unsent = answers.Count(r => !ReplyCounting.IsSettled(r.Record.State));
        if (held + unsent > 0)
        {
            return new ForgetResult(held, unsent);
        }

        messages.RemoveAll(theirs.Contains);
        replies.RemoveAll(r => answers.Contains(r) && (r.Record.ChangedAt ?? r.Record.RecordedAt) < now - ReplyCounting.KeysKept);
        foreach (var reply in answers)
        {
            var key = reply.Record.Key;
            reply.Record = reply.Record with
            {
                Key = new ReplyKey(Nameless(key.Person), key.Scope, null),
                Bytes = reply.Record.Bytes with { EnvelopeTo = EmailAddress.TryParse(Forgotten.Address)! },
                Detail = null,
            };
        }

        persons.ToList().ForEach(p => bounces.Remove(p));
        copies.RemoveAll(c => persons.Contains(c.Person));
        pending.RemoveAll(p => $"/{p.Notice.Topic}".Contains($"/{Notice.UrgentTopic(who.ClientId)}", StringComparison.Ordinal));
        RemoveTold(Notice.UrgentTopic(who.ClientId), _ => true);
        foreach (var purged in purgedReplies.Keys.Where(k => k.Client == who.ClientId).ToList())
        {
            purgedReplies.Remove(purged);
        }

        var newest = files.FindAll(f => f.File.Kind == "clients").GroupBy(f => f.File.Source).ToDictionary(g => g.Key, g => g.Max(f => f.ReadAt));
        files.RemoveAll(f => f.File.Kind == "clients" && f.ReadAt != newest[f.File.Source]);
        return new ForgetResult(0, 0, theirs.Count, answers.Count, ForgetSendings(persons));
    }, token);

    private static bool IsTheirs(ReplyRecord reply, ClientTrace who, HashSet<string> persons) => reply.Key.ClientId == who.ClientId || persons.Contains(reply.Key.Person);

    private HashSet<string> PersonsOf(ClientTrace who) =>
    [
        .. messages.Where(m => m.Record.ClientId == who.ClientId && m.Record.Person.Length > 0).Select(m => m.Record.Person),
        .. replies.Where(r => r.Record.Key.ClientId == who.ClientId).Select(r => r.Record.Key.Person),
        .. messages.Select(m => m.Record.Person)
            .Concat(replies.Select(r => r.Record.Key.Person))
            .Concat(sendings.SelectMany(s => s.Sent.Recipients.Select(r => r.Key)))
            .Concat(bounces.Keys)
            .Where(who.Covers),
    ];

    private int ForgetSendings(HashSet<string> persons)
    {
        var removed = 0;
        for (var i = sendings.Count - 1; i >= 0; i--)
        {
            var (mailbox, sent) = sendings[i];
            var others = sent.Recipients.Where(r => !persons.Contains(r.Key)).ToList();
            removed += sent.Recipients.Select(r => r.Key).Distinct().Count(persons.Contains);
            if (others.Count == 0 && sent.Recipients.Count > 0)
            {
                sendings.RemoveAt(i);
            }
            else
            {
                sendings[i] = new Sending(mailbox, sent with { Recipients = others });
            }
        }

        return removed;
    }

    private string Nameless(string person) => Forgotten.Person(installation?.Secret ?? [], person);
}
