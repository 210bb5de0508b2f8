using BoundaryWorker.Core.Code.Checks;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Code;

/// <summary>What a well-formed Code can still get wrong: everything that is probably not meant, at once. Shown by <c>check</c>; nothing is refused for it.</summary>
public static class CodeChecks
{
    /// <summary>Looks at a Code and the clients it applies to.</summary>
    /// <param name="code">The Code.</param>
    /// <param name="clients">The clients; <see cref="ClientBook.Empty"/> where they are not known.</param>
    /// <param name="holidays">The data of <see cref="HoursOfWork.Holidays"/>; <see cref="HolidayTable.None"/> where none is kept.</param>
    /// <param name="today">The owner's local day.</param>
    public static IReadOnlyList<CodeWarning> Of(BoundaryCode code, ClientBook clients, HolidayTable holidays, LocalDate today) =>
    [
        .. HoursChecks.Of(code, holidays, today),
        .. ChannelChecks.Of(code),
        .. RuleChecks.Of(code, clients),
        .. ClientChecks.Of(code, clients),
    ];
}

/// <summary>Something that is probably not meant.</summary>
/// <param name="File">In which file.</param>
/// <param name="Path">Which part: <c>rules[2].when.via</c>.</param>
/// <param name="What">What is odd.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record CodeWarning(OwnerFile File, string Path, string What, string Remedy);

/// <summary>A file that the owner writes.</summary>
public enum OwnerFile
{
    /// <summary>code.yaml.</summary>
    Code,

    /// <summary>clients.yaml.</summary>
    Clients,
}
