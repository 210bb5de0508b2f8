using System.Collections.Concurrent;
using BoundaryWorker.Core.Code;

namespace BoundaryWorker.Core.Time;

/// <summary>The windows of one Code: the owner's, and each client's with their extra hours. Safe to share between threads.</summary>
public sealed class WindowsBook
{
    private readonly Func<WeeklyHours, WorkingWindows> _withExtra;
    // Keyed by the hours, not by the client's id: a reloaded client with other hours never meets the windows of the old ones.
    private readonly ConcurrentDictionary<WeeklyHours, WorkingWindows> _clients = new();

    private WindowsBook(WorkingWindows owner, Func<WeeklyHours, WorkingWindows> withExtra)
    {
        Owner = owner;
        _withExtra = withExtra;
    }

    /// <summary>Her own windows.</summary>
    public WorkingWindows Owner { get; }

    /// <summary>Opens the book.</summary>
    /// <param name="code">Hours and zone.</param>
    /// <param name="holidays">The table that <see cref="HoursOfWork.Holidays"/> names, or <see cref="HolidayTable.None"/>.</param>
    /// <param name="outOfOffice">Closures from her calendar, in her zone.</param>
    public static WindowsBook Of(BoundaryCode code, HolidayTable holidays, IReadOnlyList<Closure> outOfOffice) => new(
        WorkingWindows.Of(code.Hours, code.Owner.Zone, holidays, outOfOffice),
        extra => WorkingWindows.Of(code.Hours, code.Owner.Zone, holidays, outOfOffice, extra));

    /// <summary>The windows that apply to that client: hers and their extra hours; hers alone for null.</summary>
    public WorkingWindows For(Client? client) =>
        client?.ExtraHours is { } extra ? _clients.GetOrAdd(extra, _withExtra) : Owner;
}
