using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>Validates the settings, the Code and the clients, shared ones and those of single mailboxes, together, as <c>check</c> does: whatever can be looked at is looked at, however broken another file is.</summary>
/// <param name="holidayRegions">Regions for which there is holiday data; null to accept any.</param>
/// <param name="holidays">The holiday data of a region; null to leave it out.</param>
public sealed class Checker(IReadOnlyCollection<string>? holidayRegions = null, Func<string, HolidayTable?>? holidays = null)
{
    /// <summary>The exit code where something must be put right.</summary>
    public const int Refused = 1;

    /// <summary>All findings in the order settings, Code, clients; the exit code is 0 where there are no errors (warnings do not count).</summary>
    /// <param name="settingsPath">Path of appsettings.json.</param>
    /// <param name="overrides">What overrides it.</param>
    /// <param name="codePath">Another Code than that of the settings, or null.</param>
    /// <param name="clientsPath">Another clients file than that of the settings, or null.</param>
    /// <param name="now">For what is over by now.</param>
    public (IReadOnlyList<FileFinding> Findings, int ExitCode) Check(
        string settingsPath, IReadOnlyList<SettingOverride> overrides, string? codePath, string? clientsPath, Instant now)
    {
        var settings = SettingsFile.Read(settingsPath, overrides);
        var findings = settings.Findings.ToList();
        findings.AddRange(Sets(settings.Value, codePath, clientsPath).SelectMany(set => CodeAndClients(set, now)).Distinct());
        return (findings, findings.Exists(f => f.Severity == Severity.Error) ? Refused : 0);
    }

    /// <summary>What is to be read: the files named, else the shared ones (whether a mailbox uses them or not), and those of each mailbox that has its own.</summary>
    private static IReadOnlyList<NamedFiles> Sets(BoundarySettings? settings, string? codePath, string? clientsPath)
    {
        if (settings is null)
        {
            return codePath is not null && clientsPath is not null ? [new NamedFiles(codePath, clientsPath, null)] : [];
        }

        var shared = settings with { Files = settings.Files with { Code = codePath ?? settings.Files.Code, Clients = clientsPath ?? settings.Files.Clients } };
        IReadOnlyList<MailboxFiles> all = [.. MailboxFiles.AllOf(shared).Prepend(new MailboxFiles(shared.Files.Code, shared.Files.Clients, "", "")).Distinct()];
        return [.. all.Select(f => new NamedFiles(f.Code, f.Clients, OwnerFilesNaming.Of(f, all)))];
    }

    private IReadOnlyList<FileFinding> CodeAndClients(NamedFiles set, Instant now)
    {
        var (codeFile, clientsFile) = (new FileOnDisk(set.Code, name: set.Naming?.CodeName), new FileOnDisk(set.Clients, name: set.Naming?.ClientsName));
        codeFile.Look();
        clientsFile.Look();
        var code = codeFile.Read((text, name) => CodeFile.Read(text, name, holidayRegions));
        var clients = clientsFile.Read((text, name) => ClientsFile.Read(text, name, code.Value));
        return Join(code, codeFile.Name, clients, clientsFile.Name, now);
    }

    /// <summary>All findings of a Code and a clients file that were read already, with what only both together show.</summary>
    /// <param name="code">The Code as read.</param>
    /// <param name="codeName">How findings name its file.</param>
    /// <param name="clients">The clients as read; null where there is no such file.</param>
    /// <param name="clientsName">How findings name its file.</param>
    /// <param name="now">For what is over by now.</param>
    public IReadOnlyList<FileFinding> Join(
        FileResult<BoundaryCode> code, string codeName, FileResult<ClientBook>? clients, string clientsName, Instant now)
    {
        var warnings = code.Value is null ? [] : CodeChecks.Of(
            code.Value,
            clients?.Value,
            (code.Value.Hours.Holidays is { } region ? holidays?.Invoke(region) : null) ?? HolidayTable.None,
            now.InZone(code.Value.Owner.Zone).Date);
        return
        [
            .. Ordered(code.Findings, warnings.Where(w => w.File == OwnerFile.Code).Select(w => Placed(w, codeName, code.Places))),
            .. Ordered(clients?.Findings ?? [], warnings.Where(w => w.File == OwnerFile.Clients).Select(w => Placed(w, clientsName, clients!.Places))),
        ];
    }

    /// <summary>A warning at the place its path has in the file.</summary>
    public static FileFinding Placed(CodeWarning warning, string file, FilePlaces places)
    {
        var at = places.Of(warning.Path);
        return new FileFinding(Severity.Warning, file, at.Line, at.Column, warning.What, warning.Remedy);
    }

    private static IEnumerable<FileFinding> Ordered(IEnumerable<FileFinding> a, IEnumerable<FileFinding> b) => a.Concat(b).OrderBy(f => f.Line).ThenBy(f => f.Column);

    private sealed record NamedFiles(string Code, string Clients, OwnerFilesNaming? Naming);
}
