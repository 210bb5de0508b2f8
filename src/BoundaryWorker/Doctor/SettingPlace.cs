using System.Globalization;
using BoundaryWorker.Files;

namespace BoundaryWorker.Doctor;

/// <summary>Where the settings of one mailbox stand, for remedies that name the line.</summary>
/// <param name="File">The settings file as she names it.</param>
/// <param name="Places">Where each of its parts stands.</param>
/// <param name="Index">The mailbox's place in the list, from 0.</param>
public sealed record SettingPlace(string File, FilePlaces Places, int Index)
{
    /// <summary><c>appsettings.json:12</c>: where that key of the mailbox stands, else where the mailbox begins.</summary>
    public string Of(string key = "")
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"Mailboxes[{Index}]{(key.Length > 0 ? "." : "")}{key}");
        var line = Places.Of(path).Line;
        return line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}") : File;
    }
}
