using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Code;

/// <summary>The <c>owner</c> part of the Code.</summary>
public sealed record Owner
{
    /// <summary>The name under which replies go out.</summary>
    public required string Name { get; init; }

    /// <summary>Her addresses; the first is the main one. <c>me+x@</c> equals <c>me@</c>; <c>*@studio.example</c> is a whole domain.</summary>
    public required IReadOnlyList<EmailAddress> Addresses { get; init; }

    /// <summary>Her zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Her languages, the first is the default.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The address replies come from unless an alias is known to be sendable (replies.md C2): the first that is no wildcard.</summary>
    public EmailAddress MainAddress => Addresses.First(a => a.Local != "*");

    /// <summary>Whether two Codes are one person's: they bear the same name, or an address stands in both.</summary>
    public bool IsSamePersonAs(Owner other) =>
        Name.Trim().Equals(other.Name.Trim(), StringComparison.OrdinalIgnoreCase) || Addresses.Any(a => a.Local != "*" && other.Owns(a)) || other.Addresses.Any(a => a.Local != "*" && Owns(a));

    /// <summary>Whether that address is hers: letter case ignored, plus-tags cut, wildcards counted (replies.md A2, B2).</summary>
    public bool Owns(EmailAddress address) => Addresses.Any(own =>
        own.Domain == address.Domain
        && (own.Local == "*" || own.Local.Equals(address.Local.Split('+')[0], StringComparison.OrdinalIgnoreCase) || own.Equals(address)));
}
