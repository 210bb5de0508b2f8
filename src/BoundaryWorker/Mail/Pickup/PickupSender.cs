using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Pickup;

/// <summary>
/// Puts each message as a file into a folder, from where a mail server, a script or the owner herself takes it. The file is the message
/// with two fields above its own, as pickup folders have them: <c>X-Sender</c> (MAIL FROM, <c>&lt;&gt;</c> for the null path of C3) and
/// <c>X-Receiver</c> (RCPT TO). A server takes them off; any mail program opens the file as it is; below them the bytes are those of the ledger.
/// The name is made from the Message-ID alone, so that a second attempt finds the first. The copy in her Sent folder is no business of its: see <see cref="BoundaryWorker.Pipeline.SentCopies"/>.
/// </summary>
/// <param name="folder">The folder; made, for its owner only, where it is missing.</param>
public sealed class PickupSender(string folder) : IMailSender
{
    private const int ReadableStart = 60;

    /// <inheritdoc/>
    /// <remarks>Accepted once the whole file is on the disk under its name; before that nobody can have taken it, so every failure may be tried again.</remarks>
    public Task<SendOutcome> SendAsync(OutgoingBytes message, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Task.Run(() => Send(message), CancellationToken.None);
    }

    /// <inheritdoc/>
    /// <remarks>True while the file is there. Once it is not, it may have been taken or never written: null.</remarks>
    public Task<bool?> WasSentAsync(string messageId, CancellationToken token) =>
        Task.FromResult<bool?>(File.Exists(Path.Combine(folder, FileName(messageId))) ? true : null);

    /// <summary>The file's name for a Message-ID: a readable start and a digest of the whole, since a Message-ID may hold any character.</summary>
    public static string FileName(string messageId)
    {
        var readable = string.Concat(messageId.Take(ReadableStart).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')).TrimStart('.', '-');
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..16];
        return $"{readable}_{digest}.eml";
    }

    private SendOutcome Send(OutgoingBytes message)
    {
        var target = Path.Combine(folder, FileName(message.MessageId));
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            PrivateDisk.MakeDirectory(folder);
            if (File.Exists(target))
            {
                return new SendOutcome(SendResult.Accepted, "It already lay in the pickup folder.");
            }

            Write(unfinished, message);
            var error = PosixFiles.RenameNoReplace(unfinished, target);
            PosixFiles.SyncDirectory(folder);
            return error is 0 or Errno.Exists
                ? new SendOutcome(SendResult.Accepted, "It lies in the pickup folder.")
                : new SendOutcome(SendResult.TryAgain, $"The message could not be put into the pickup folder {folder}: {Errno.Words(error)}.") { IsShutOut = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome(SendResult.TryAgain, $"The message could not be put into the pickup folder {folder}: {e.Message} Look whether the folder is there and this program may write in it.") { IsShutOut = true };
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static void Write(string path, OutgoingBytes message)
    {
        using var file = PrivateDisk.NewFile(path);
        file.Write(Encoding.UTF8.GetBytes($"X-Sender: {Bare(message.EnvelopeFrom)}\r\nX-Receiver: {Bare(message.EnvelopeTo)}\r\n"));
        file.Write(message.Bytes);
        file.Flush(flushToDisk: true);
    }

    // An address read from mail cannot hold a line end; were one to slip in here, it would write header fields.
    private static string Bare(EmailAddress? address) =>
        address is null ? "<>" : string.Concat(address.Bare.Where(c => !char.IsControl(c)));

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A dotfile without its rename is nobody's message.
        }
    }
}
