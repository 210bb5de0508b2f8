using BoundaryWorker.Core.Code;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>
/// Code and clients as they are on disk now, or the last good ones (design.md section 3). Looks at the content, not at file times, which
/// mounts and editors get wrong. Several mailboxes may share them: callers wait for each other.
/// </summary>
/// <param name="codePath">Path of code.yaml.</param>
/// <param name="clientsPath">Path of clients.yaml.</param>
/// <param name="store">Where good versions are kept.</param>
/// <param name="holidayRegions">Regions for which there is holiday data; null to accept any.</param>
/// <param name="naming">How they are named and kept apart from those of other mailboxes; null for the shared ones.</param>
public sealed class OwnerFiles(
    string codePath, string clientsPath, IGoodFiles store, IReadOnlyCollection<string>? holidayRegions = null, OwnerFilesNaming? naming = null) : IOwnerFiles, IDisposable
{
    private const string Code = "code";
    private const string Clients = "clients";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly string _codeSource = naming?.CodeSource ?? "";
    private readonly string _clientsSource = naming?.ClientsSource ?? "";
    private readonly FileOnDisk _codeFile = new(codePath, name: naming?.CodeName);
    private readonly FileOnDisk _clientsFile = new(clientsPath, name: naming?.ClientsName);
    private FileResult<BoundaryCode>? _code;
    private (string? Text, BoundaryCode? Code, FileResult<ClientBook> Result)? _clients;
    private (string Text, BoundaryCode Code)? _previous;

    /// <summary>Looks at both files. Cheap where nothing changed; to be called at every poll, since the day alone can put another version in force.</summary>
    /// <param name="now">The moment of looking.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="Exception">Whatever the store throws.</exception>
    public async Task<FilesState> LookAsync(Instant now, CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        try
        {
            return await LookNowAsync(now, token);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<FilesState> LookNowAsync(Instant now, CancellationToken token)
    {
        if (_codeFile.Look() || _code is null)
        {
            // Forgotten until it is kept: a store that fails is asked again at the next look.
            _code = null;
            var read = _codeFile.Read((text, name) => CodeFile.Read(text, name, holidayRegions));
            if (read.Value is { } good)
            {
                await store.SaveGoodAsync(new GoodFile(Code, good.Version, good.Effective, _codeFile.Text!, now, _codeSource), token);
            }

            _code = read;
        }

        var (inForce, warnings) = await InForceAsync(_code.Value, now, token);
        var clients = await ReadClientsAsync(inForce, now, token);
        IReadOnlyList<FileFinding> all = [.. _code.Findings, .. warnings, .. clients.Findings];
        return _code.Value is not null && inForce is not null && clients.Value is { } book
            ? new FilesState.Good(inForce, book, Lines(all))
            : new FilesState.ReleaseOnly(inForce, clients.Value ?? await LastClientsAsync(inForce, token), Lines(all.Where(f => f.Severity == Severity.Error)));
    }

    private async Task<FileResult<ClientBook>> ReadClientsAsync(BoundaryCode? code, Instant now, CancellationToken token)
    {
        _clientsFile.Look();
        if (_clients is { } before && before.Text == _clientsFile.Text && ReferenceEquals(before.Code, code) && _clientsFile.Text is not null)
        {
            return before.Result;
        }

        var result = _clientsFile.Read((text, name) => ClientsFile.Read(text, name, code));
        if (result.IsGood && _clients?.Text != _clientsFile.Text)
        {
            await store.SaveGoodAsync(new GoodFile(Clients, 0, null, _clientsFile.Text!, now, _clientsSource), token);
        }

        _clients = (_clientsFile.Text, code, result);
        return result;
    }

    // The new version from its local day on; before it the one in force last; of a broken file the one in force last.
    private async Task<(BoundaryCode? Code, IReadOnlyList<FileFinding> Warnings)> InForceAsync(BoundaryCode? onDisk, Instant now, CancellationToken token)
    {
        if (onDisk is not null && IsInForce(onDisk.Effective, onDisk, now))
        {
            return (onDisk, []);
        }

        var previous = await PreviousCodeAsync(now, token);
        if (onDisk is null || previous is not null)
        {
            return (previous, []);
        }

        var place = _code!.Places.Of("effective");
        return (onDisk,
        [
            new FileFinding(
                Severity.Warning,
                _codeFile.Name,
                place.Line,
                place.Column,
                $"version {onDisk.Version} is in force from {onDisk.Effective!.Value:uuuu-MM-dd} only, and no earlier version is known",
                "it is used from now on; start with the version that is in force today if that is not meant"),
        ]);
    }

    private async Task<BoundaryCode?> PreviousCodeAsync(Instant now, CancellationToken token)
    {
        foreach (var kept in (await store.GoodVersionsAsync(Code, _codeSource, token)).Where(v => v.Text != _codeFile.Text).OrderByDescending(v => v.SavedAt))
        {
            // Given back as the same object while it stays the same, so that the clients are not read anew each time.
            var code = _previous is { } same && same.Text == kept.Text ? same.Code : CodeFile.Read(kept.Text, _codeFile.Name, holidayRegions).Value;
            if (code is not null && IsInForce(kept.Effective, code, now))
            {
                _previous = (kept.Text, code);
                return code;
            }
        }

        return null;
    }

    private async Task<ClientBook?> LastClientsAsync(BoundaryCode? code, CancellationToken token) =>
        (await store.GoodVersionsAsync(Clients, _clientsSource, token))
            .OrderByDescending(v => v.SavedAt)
            .Select(v => ClientsFile.Read(v.Text, _clientsFile.Name, code).Value ?? ClientsFile.Read(v.Text, _clientsFile.Name, null).Value)
            .FirstOrDefault(book => book is not null);

    private static bool IsInForce(LocalDate? effective, BoundaryCode code, Instant now) =>
        effective is null || effective <= now.InZone(code.Owner.Zone).Date;

    private static IReadOnlyList<string> Lines(IEnumerable<FileFinding> findings) => [.. findings.Select(f => f.ToString())];
}

/// <summary>How the files of some mailboxes are told from those of others.</summary>
/// <param name="CodeName">How findings name the Code.</param>
/// <param name="ClientsName">How findings name the clients file.</param>
/// <param name="CodeSource">Under which source good versions of the Code are kept.</param>
/// <param name="ClientsSource">The same for the clients.</param>
public sealed record OwnerFilesNaming(string CodeName, string ClientsName, string CodeSource, string ClientsSource)
{
    /// <summary>Those of some mailboxes among all of the settings.</summary>
    public static OwnerFilesNaming Of(MailboxFiles files, IReadOnlyList<MailboxFiles> all)
    {
        var paths = all.SelectMany(f => new[] { f.Code, f.Clients }).ToList();
        return new OwnerFilesNaming(MailboxFiles.NameOf(files.Code, paths), MailboxFiles.NameOf(files.Clients, paths), files.CodeMark, files.ClientsMark);
    }
}
