using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Commands;

/// <summary>An export as JSON that a person can read: ISO instants in UTC, reasons with their id and words.</summary>
internal static class ClientJson
{
    private static readonly ClientJsonContext Json =
        new(new JsonSerializerOptions(ClientJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes it.</summary>
    public static string Write(string client, ClientExport export, Instant now) => JsonSerializer.Serialize(
        new ExportedClient(
            client,
            Iso(now)!,
            [.. export.Messages.Select(Of)],
            [.. export.Replies.Select(Of)],
            [.. export.Sendings.Select(s => new ExportedSending(s.Mailbox, Iso(s.At)!, s.Person))],
            [.. export.Bounces.Select(b => new ExportedBounce(b.Person, Iso(b.At)!))],
            export.RepliesPurged),
        Json.ExportedClient);

    private static ExportedMessage Of(MessageRecord m) => new(
        m.Key.Value,
        m.Mailbox,
        m.Identity.MessageId,
        Iso(m.Identity.Received)!,
        m.Person,
        m.Subject,
        [.. m.Matters.Select(matter => matter.ToString().ToLowerInvariant())],
        $"{m.Mode}".ToLowerInvariant(),
        Iso(m.DecidedAt)!,
        Iso(m.Decision.Hold.Until),
        m.Decision.Reply.Answer?.Rules ?? [],
        [.. m.Decision.Hold.Reasons.Concat(m.Decision.Reply.Reasons).Distinct().Select(Of)],
        $"{m.State}",
        Iso(m.HeldAt),
        Iso(m.ReleaseAt),
        Iso(m.EndedAt),
        m.Failure);

    private static ExportedReason Of(Because because) => new(ReasonTable.Id(because.Reason), ReasonTable.Text(because, "en"), because.Evidence);

    private static ExportedReply Of(ReplyRecord r) => new(
        r.Message.Value, r.Mailbox, r.Key.Person, r.Bytes.MessageId, [.. r.Rules], $"{r.State}", Iso(r.RecordedAt)!, Iso(r.ChangedAt), r.Detail);

    private static string? Iso(Instant? at) => at is { } value ? InstantPattern.ExtendedIso.Format(value) : null;
}

/// <summary>Everything that is kept of a client.</summary>
internal sealed record ExportedClient(
    string Client,
    string ExportedAt,
    IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<ExportedReply> Replies,
    IReadOnlyList<ExportedSending> YourMailToThem,
    IReadOnlyList<ExportedBounce> Bounces,
    int RepliesNoLongerKept);

/// <summary>One message of theirs.</summary>
internal sealed record ExportedMessage(
    string Id,
    string Mailbox,
    string? MessageId,
    string Received,
    string From,
    string Subject,
    IReadOnlyList<string> Matters,
    string Mode,
    string DecidedAt,
    string? HoldUntil,
    IReadOnlyList<string> RulesQuoted,
    IReadOnlyList<ExportedReason> Reasons,
    string State,
    string? HeldAt,
    string? ReleaseAt,
    string? EndedAt,
    string? Failure);

/// <summary>Why something was decided.</summary>
internal sealed record ExportedReason(string Id, string Text, string Evidence);

/// <summary>One reply to them.</summary>
internal sealed record ExportedReply(
    string Answers, string Mailbox, string To, string MessageId, IReadOnlyList<string> Rules, string State, string RecordedAt, string? ChangedAt, string? Detail);

/// <summary>Her own mail to them.</summary>
internal sealed record ExportedSending(string Mailbox, string At, string To);

/// <summary>An address of theirs that refused mail.</summary>
internal sealed record ExportedBounce(string Address, string At);

/// <summary>Made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExportedClient))]
internal sealed partial class ClientJsonContext : JsonSerializerContext;
