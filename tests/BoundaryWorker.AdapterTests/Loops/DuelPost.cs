using System.Text;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Smtp;
using MimeKit;
using NodaTime.Text;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>
/// The mail host between two owners: what their workers hand over by SMTP comes into the mailbox of whom it is for. It keeps count of who answered what.
/// </summary>
/// <param name="smtp">What took the mail.</param>
/// <param name="owners">Both.</param>
/// <param name="strips">
/// Whether everything by which an automatic reply can be known is lost on the way: Auto-Submitted, the marker and all other X- fields; Message-ID is another
/// one then too, as at hosts that write their own.
/// </param>
internal sealed class DuelPost(SmtpTestServer smtp, IReadOnlyList<DuelOwner> owners, bool strips)
{
    private static readonly InstantPattern Rfc5322 = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM yyyy HH:mm:ss '+0000'");
    private readonly Dictionary<string, int> depths = [];
    private readonly Dictionary<DuelOwner, int> brought = owners.ToDictionary(o => o, _ => 0);
    private int taken;
    private int written;

    /// <summary>All automatic replies, in order.</summary>
    public List<AutomaticReply> Replies { get; } = [];

    /// <summary>The window in which mail is counted.</summary>
    public int Window { get; set; }

    /// <summary>How many messages this owner must have.</summary>
    public int BroughtTo(DuelOwner owner) => brought[owner];

    /// <summary>One owner writes to the other by her own hand.</summary>
    /// <param name="from">Who writes.</param>
    /// <param name="to">To whom.</param>
    /// <param name="keepsCopy">Whether her mail program files a copy in Sent, as most do.</param>
    public void Write(DuelOwner from, DuelOwner to, bool keepsCopy)
    {
        var id = $"person-{++written}@{from.Address.Split('@')[1]}";
        var eml = Eml.From(
            from.Address, to.Play.Folder.Now, $"Numbers {written}", "How many people opened the last mailing?", $"To: {to.Address}\nMessage-ID: <{id}>");
        depths[id] = 0;
        Bring(eml, to);
        if (keepsCopy)
        {
            from.Put(eml, "Sent", Core.Mail.MessageFlags.Seen);
            brought[from]++;
        }
    }

    /// <summary>Brings everything that was handed over since the last time.</summary>
    /// <returns>How much that was.</returns>
    public int Bring()
    {
        var all = smtp.Deliveries;
        foreach (var delivery in all.Skip(taken))
        {
            Bring(delivery);
        }

        var count = all.Count - taken;
        taken = all.Count;
        return count;
    }

    private void Bring(SmtpDelivery delivery)
    {
        var mail = MimeMessage.Load(new MemoryStream(delivery.Bytes));
        var to = owners.Single(o => o.Address == mail.To.Mailboxes.Single().Address);
        var automatic = mail.Headers[HeaderId.AutoSubmitted] == "auto-replied";
        var depth = automatic ? depths[mail.InReplyTo!] + 1 : 0;
        if (automatic)
        {
            Replies.Add(new AutomaticReply(Window, mail.From.Mailboxes.Single().Address, to.Address, depth));
        }

        if (strips)
        {
            OnTheWay.Strip(mail, $"host-{depths.Count}@mx.norafield.example");
        }

        depths[mail.MessageId!] = depth;
        Bring([.. Encoding.ASCII.GetBytes(Trace(mail, to)), .. OnTheWay.Bytes(mail)], to);
    }

    private void Bring(byte[] eml, DuelOwner to)
    {
        to.Put(eml);
        brought[to]++;
    }

    /// <summary>What a host puts before a message.</summary>
    private static string Trace(MimeMessage mail, DuelOwner to)
    {
        var from = mail.From.Mailboxes.Single().Address;
        return $"Return-Path: <{from}>\r\nDelivered-To: {to.Address}\r\n"
            + $"Authentication-Results: mx.norafield.example; dmarc=pass header.from={from.Split('@')[1]}\r\n"
            + $"Received: from mail.example by mx.norafield.example; {Rfc5322.Format(to.Play.Folder.Now)}\r\n";
    }
}

/// <summary>One automatic reply on its way.</summary>
/// <param name="Window">When.</param>
/// <param name="From">Whose worker answered.</param>
/// <param name="To">Whom.</param>
/// <param name="Depth">1 answers a person's mail, 2 answers an automatic reply, and so on.</param>
internal sealed record AutomaticReply(int Window, string From, string To, int Depth);
