using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Store.Rows;

/// <summary>A row of <c>messages</c>; the columns are described in the migration.</summary>
internal sealed class MessageRow
{
    /// <summary>The columns to select.</summary>
    public const string Columns =
        """
        message_key as MessageKey, mailbox as Mailbox, message_id as MessageId, header_digest as HeaderDigest, received as Received, size as Size,
        folder as Folder, ref_id as RefId, home_folder as HomeFolder, person as Person, client_id as ClientId, subject as Subject,
        matters as Matters, decision as Decision, uses_allowance as UsesAllowance, mode as Mode, decided_at as DecidedAt, state as State,
        held_at as HeldAt, release_at as ReleaseAt, ended_at as EndedAt, failure as Failure
        """;

    /// <summary>Records one; changes nothing where its key is there.</summary>
    public const string Insert =
        """
        insert into messages (message_key, mailbox, message_id, header_digest, received, size, folder, ref_id, home_folder, person, client_id,
            subject, matters, decision, uses_allowance, mode, decided_at, state, held_at, release_at, ended_at, failure)
        values (@MessageKey, @Mailbox, @MessageId, @HeaderDigest, @Received, @Size, @Folder, @RefId, @HomeFolder, @Person, @ClientId,
            @Subject, @Matters, @Decision, @UsesAllowance, @Mode, @DecidedAt, @State, @HeldAt, @ReleaseAt, @EndedAt, @Failure)
        on conflict (message_key) do nothing
        """;

    private const int SubjectLength = 200;

    public string MessageKey { get; init; } = "";

    public string Mailbox { get; init; } = "";

    public string? MessageId { get; init; }

    public string HeaderDigest { get; init; } = "";

    public long Received { get; init; }

    public long Size { get; init; }

    public string Folder { get; init; } = "";

    public string RefId { get; init; } = "";

    public string HomeFolder { get; init; } = "";

    public string Person { get; init; } = "";

    public string? ClientId { get; init; }

    public string Subject { get; init; } = "";

    public string Matters { get; init; } = "";

    public string Decision { get; init; } = "";

    public long UsesAllowance { get; init; }

    public string Mode { get; init; } = "";

    public long DecidedAt { get; init; }

    public string State { get; init; } = "";

    public long? HeldAt { get; init; }

    public long? ReleaseAt { get; init; }

    public long? EndedAt { get; init; }

    public string? Failure { get; init; }

    public static MessageRow Of(MessageRecord message) => new()
    {
        MessageKey = message.Key.Value,
        Mailbox = message.Mailbox,
        MessageId = message.Identity.MessageId,
        HeaderDigest = message.Identity.HeaderDigest,
        Received = Stored.Of(message.Identity.Received),
        Size = message.Identity.Size,
        Folder = message.Ref.Folder,
        RefId = message.Ref.Id,
        HomeFolder = message.HomeFolder,
        Person = message.Person,
        ClientId = message.ClientId,
        Subject = Stored.Cut(message.Subject, SubjectLength),
        Matters = LedgerJson.Write(message.Matters),
        Decision = LedgerJson.Write(message.Decision),
        UsesAllowance = message.Decision.UsesUrgentAllowance ? 1 : 0,
        Mode = message.Mode.ToString(),
        DecidedAt = Stored.Of(message.DecidedAt),
        State = message.State.ToString(),
        HeldAt = Stored.Of(message.HeldAt),
        ReleaseAt = Stored.Of(message.ReleaseAt),
        EndedAt = Stored.Of(message.EndedAt),
        Failure = message.Failure,
    };

    public MessageRecord ToRecord() => new()
    {
        Key = new MessageKey(MessageKey),
        Mailbox = Mailbox,
        Identity = new MessageIdentity(MessageId, HeaderDigest, Stored.At(Received), Size),
        Ref = new MessageRef(Folder, RefId),
        HomeFolder = HomeFolder,
        Person = Person,
        ClientId = ClientId,
        Subject = Subject,
        Matters = LedgerJson.ReadMatters(Matters),
        Decision = LedgerJson.ReadDecision(Decision),
        Mode = Stored.Name<Mode>(Mode),
        DecidedAt = Stored.At(DecidedAt),
        State = Stored.Name<MessageState>(State),
        HeldAt = Stored.At(HeldAt),
        ReleaseAt = Stored.At(ReleaseAt),
        EndedAt = Stored.At(EndedAt),
        Failure = Failure,
    };
}
