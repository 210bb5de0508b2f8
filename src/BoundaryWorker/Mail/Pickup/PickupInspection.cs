namespace BoundaryWorker.Mail.Pickup;

/// <summary>Whether outgoing mail can be put into a pickup folder, tried with an empty file that nobody takes for a message.</summary>
internal static class PickupInspection
{
    /// <summary>Null where it can, or the folder will be made; else why not, in the owner's words.</summary>
    public static string? Problem(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return File.Exists(folder) ? $"{folder} is a file." : null;
        }

        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (Disk.PrivateDisk.NewFile(probe))
            {
            }

            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Nothing can be written into {folder}: {e.Message}";
        }
    }

    /// <summary>Messages that lie there, for nobody took them yet.</summary>
    public static int Waiting(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Count(f => !Path.GetFileName(f).StartsWith('.')) : 0;

    /// <summary>Takes a message back that nobody took; false where it is not there any more.</summary>
    public static bool TakeBack(string folder, string messageId)
    {
        var file = Path.Combine(folder, PickupSender.FileName(messageId));
        var isThere = File.Exists(file);
        File.Delete(file);
        return isThere;
    }
}
