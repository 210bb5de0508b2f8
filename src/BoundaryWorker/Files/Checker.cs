using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>Validates the three files together, as <c>check</c> does: whatever can be looked at is looked at, however broken another file is.</summary>
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
        if ((codePath ?? settings.Value?.Files.Code) is { } codeFile && (clientsPath ?? settings.Value?.Files.Clients) is { } clientsFile)
        {
            findings.AddRange(CodeAndClients(codeFile, clientsFile, now));
        }

        return (findings, findings.Exists(f => f.Severity == Severity.Error) ? Refused : 0);
    }

    /// <summary>All findings of the Code and the clients file.</summary>
    public IReadOnlyList<FileFinding> CodeAndClients(string codePath, string clientsPath, Instant now)
    {
        var (codeFile, clientsFile) = (new FileOnDisk(codePath), new FileOnDisk(clientsPath));
        codeFile.Look();
        clientsFile.Look();
        var code = codeFile.Read((text, name) => CodeFile.Read(text, name, holidayRegions));
        var clients = clientsFile.Read((text, name) => ClientsFile.Read(text, name, code.Value));
        var warnings = code.Value is null ? [] : CodeChecks.Of(
            code.Value,
            clients.Value ?? ClientBook.Empty,
            (code.Value.Hours.Holidays is { } region ? holidays?.Invoke(region) : null) ?? HolidayTable.None,
            now.InZone(code.Value.Owner.Zone).Date);
        return
        [
            .. Ordered(code.Findings, warnings.Where(w => w.File == OwnerFile.Code).Select(w => Placed(w, codeFile.Name, code.Places))),
            .. Ordered(clients.Findings, warnings.Where(w => w.File == OwnerFile.Clients).Select(w => Placed(w, clientsFile.Name, clients.Places))),
        ];
    }

    /// <summary>A warning at the place its path has in the file.</summary>
    public static FileFinding Placed(CodeWarning warning, string file, FilePlaces places)
    {
        var at = places.Of(warning.Path);
        return new FileFinding(Severity.Warning, file, at.Line, at.Column, warning.What, warning.Remedy);
    }

    private static IEnumerable<FileFinding> Ordered(IEnumerable<FileFinding> a, IEnumerable<FileFinding> b) => a.Concat(b).OrderBy(f => f.Line).ThenBy(f => f.Column);
}
