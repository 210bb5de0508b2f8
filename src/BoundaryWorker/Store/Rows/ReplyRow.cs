using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Store.Rows;

/// <summary>A row of <c>replies</c>; the columns are described in the migration.</summary>
internal sealed class ReplyRow
{
    /// <summary>The columns to select.</summary>
    public const string Columns =
        """
        person as Person, scope as Scope, client_id as ClientId, message_key as MessageKey, mailbox as Mailbox, kind as Kind, rules as Rules,
        reply_message_id as ReplyMessageId, envelope_from as EnvelopeFrom, envelope_to as EnvelopeTo, bytes as Bytes, state as State,
        recorded_at as RecordedAt, drop_at as DropAt, changed_at as ChangedAt, attempts as Attempts, not_before as NotBefore, detail as Detail
        """;

    /// <summary>Records one; the slot and the arrival come from the record step.</summary>
    public const string Insert =
        """
        insert into replies (person, scope, client_id, slot, message_key, arrived, is_backlog, mailbox, kind, rules, reply_message_id,
            envelope_from, envelope_to, bytes, state, recorded_at, drop_at, changed_at, attempts, not_before, detail)
        values (@Person, @Scope, @ClientId, @Slot, @MessageKey, @Arrived, @IsBacklog, @Mailbox, @Kind, @Rules, @ReplyMessageId,
            @EnvelopeFrom, @EnvelopeTo, @Bytes, @State, @RecordedAt, @DropAt, @ChangedAt, @Attempts, @NotBefore, @Detail)
        """;

    public string Person { get; init; } = "";

    public string Scope { get; init; } = "";

    public string? ClientId { get; init; }

    public long? Slot { get; init; }

    public string MessageKey { get; init; } = "";

    public long Arrived { get; init; }

    public long IsBacklog { get; init; }

    public string Mailbox { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Rules { get; init; } = "";

    public string ReplyMessageId { get; init; } = "";

    public string? EnvelopeFrom { get; init; }

    public string EnvelopeTo { get; init; } = "";

    public byte[] Bytes { get; init; } = [];

    public string State { get; init; } = "";

    public long RecordedAt { get; init; }

    public long DropAt { get; init; }

    public long? ChangedAt { get; init; }

    public long Attempts { get; init; }

    public long? NotBefore { get; init; }

    public string? Detail { get; init; }

    public static ReplyRow Of(ReplyRecord reply, MessageRecord message, int? slot) => new()
    {
        Person = reply.Key.Person,
        Scope = reply.Key.Scope,
        ClientId = reply.Key.ClientId,
        Slot = slot,
        MessageKey = message.Key.Value,
        Arrived = Stored.Of(message.Identity.Received),
        IsBacklog = message.DecidedAt - message.Identity.Received > ReplyCounting.BacklogAfter ? 1 : 0,
        Mailbox = reply.Mailbox,
        Kind = reply.Kind.ToString(),
        Rules = LedgerJson.Write(reply.Rules),
        ReplyMessageId = reply.Bytes.MessageId,
        EnvelopeFrom = reply.Bytes.EnvelopeFrom?.Bare,
        EnvelopeTo = reply.Bytes.EnvelopeTo.Bare,
        Bytes = ReplyCounting.IsSettled(reply.State) ? [] : reply.Bytes.Bytes,
        State = reply.State.ToString(),
        RecordedAt = Stored.Of(reply.RecordedAt),
        DropAt = Stored.Of(reply.DropAt),
        ChangedAt = Stored.Of(reply.ChangedAt),
        Attempts = reply.Attempts,
        NotBefore = Stored.Of(reply.NotBefore),
        Detail = reply.Detail,
    };

    public ReplyRecord ToRecord() => new()
    {
        Key = new ReplyKey(Person, Scope, ClientId),
        Message = new MessageKey(MessageKey),
        Mailbox = Mailbox,
        Kind = Stored.Name<AnswerKind>(Kind),
        Rules = LedgerJson.ReadList(Rules),
        Bytes = new OutgoingBytes(ReplyMessageId, EnvelopeFrom is null ? null : Stored.Address(EnvelopeFrom), Stored.Address(EnvelopeTo), Bytes),
        State = Stored.Name<ReplyState>(State),
        RecordedAt = Stored.At(RecordedAt),
        DropAt = Stored.At(DropAt),
        ChangedAt = Stored.At(ChangedAt),
        Attempts = (int)Attempts,
        NotBefore = Stored.At(NotBefore),
        Detail = Detail,
    };
}
