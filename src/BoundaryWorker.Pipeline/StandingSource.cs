using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Makes of her files what each mailbox is decided and released by. Windows are built once a Code, not once a look.</summary>
/// <param name="holidays">The holiday data of a region, or null where there is none.</param>
/// <param name="isFreemail">Whether anybody can have an address at that domain.</param>
/// <param name="around">Which Code it is among those of the worker; null where it keeps one alone.</param>
public sealed class StandingSource(Func<string, HolidayTable?> holidays, Func<string, bool> isFreemail, Surroundings? around = null)
{
    private readonly Lock _guard = new();
    private (BoundaryCode Code, WindowsBook Windows)? _built;

    /// <summary>Her zone by the Code looked at last; UTC before the first: what floating times in mail are read by.</summary>
    public DateTimeZone Zone
    {
        get
        {
            lock (_guard)
            {
                return _built?.Code.Owner.Zone ?? DateTimeZone.Utc;
            }
        }
    }

    /// <summary>Remembers whose Code it is, for the other Codes of the worker.</summary>
    public void Note(FilesState files)
    {
        if (files.CodeOf() is { } code)
        {
            around?.Owners.Note(around.Office, code.Owner);
        }
    }

    /// <summary>Where things stand for one mailbox.</summary>
    public Standing For(FilesState files, string mailbox, MailboxPolicy policy) => files switch
    {
        FilesState.Good good => new Standing(SituationOf(good, mailbox, policy), good.Code, good.Clients, WindowsOf(good.Code)),
        FilesState.ReleaseOnly broken => new Standing(
            null, broken.LastGoodCode, broken.LastGoodClients, broken.LastGoodCode is { } code ? WindowsOf(code) : null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The windows of a Code.</summary>
    public WindowsBook WindowsOf(BoundaryCode code)
    {
        lock (_guard)
        {
            if (_built is not { } built || !ReferenceEquals(built.Code, code))
            {
                built = (code, WindowsBook.Of(code, HolidaysOf(code), []));
                _built = built;
            }

            return built.Windows;
        }
    }

    /// <summary>The holidays a Code keeps.</summary>
    public HolidayTable HolidaysOf(BoundaryCode code) =>
        code.Hours.Holidays is { } region ? holidays(region) ?? HolidayTable.None : HolidayTable.None;

    private Situation SituationOf(FilesState.Good good, string mailbox, MailboxPolicy policy) => new()
    {
        Code = good.Code,
        Clients = good.Clients,
        Windows = WindowsOf(good.Code),
        Mode = policy.ModeFor(good.Code.Owner, good.Clients, isFreemail),
        Trust = policy.Trust,
        Mailbox = mailbox,
        Office = around?.Office ?? "",
        Elsewhere = around?.Elsewhere ?? [],
        AlsoHers = around?.Owners.AlsoHers(around.Office, good.Code.Owner) ?? [],
    };
}

/// <summary>The place of a Code among those of the worker.</summary>
/// <param name="Office">The office's id.</param>
/// <param name="Elsewhere">The mailboxes of all other offices.</param>
/// <param name="Owners">Whose Codes there are.</param>
public sealed record Surroundings(string Office, IReadOnlyList<string> Elsewhere, KnownOwners Owners);
