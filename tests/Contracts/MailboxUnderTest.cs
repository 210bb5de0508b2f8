using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>
/// A mailbox as the contract suite sees it: the port, and the other side of it, by which mail is delivered, her own acts are played, and
/// what is really there is seen without the adapter. Messages are named by the hash of their bytes (<see cref="Mails.Hash"/>).
/// </summary>
public abstract class MailboxUnderTest : IAsyncDisposable
{
    /// <summary>The adapter; a new instance over the same mailbox after <see cref="RestartAsync"/>.</summary>
    public abstract IMailbox Mailbox { get; }

    /// <summary>What arrivals are measured against: now, as the adapter's clock has it.</summary>
    public abstract Instant Now { get; }

    /// <summary>A new process: everything that was only in memory is gone.</summary>
    public abstract Task RestartAsync();

    /// <summary>Lets time go by.</summary>
    public abstract void Advance(Duration duration);

    /// <summary>Delivers a message as a mail server does, or files one as her mail program does. The folder is made where it is missing.</summary>
    public abstract Task DeliverAsync(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None);

    /// <summary>All messages in all folders, seen without the adapter.</summary>
    public abstract Task<IReadOnlyList<Placed>> AllAsync();

    /// <summary>She reads, answers or marks it.</summary>
    public abstract Task SetFlagsByHandAsync(byte[] eml, MessageFlags flags);

    /// <summary>She drags it to another folder, made where it is missing.</summary>
    public abstract Task MoveByHandAsync(byte[] eml, string folder);

    /// <summary>She deletes it for good.</summary>
    public abstract Task DeleteByHandAsync(byte[] eml);

    /// <summary>She removes a folder that is empty.</summary>
    public abstract Task RemoveFolderByHandAsync(string folder);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Where a message is, as seen without the adapter.</summary>
/// <param name="Folder">The folder's name.</param>
/// <param name="Hash">Of its bytes.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Received">Its arrival, as exactly as the store keeps it.</param>
public sealed record Placed(string Folder, string Hash, MessageFlags Flags, Instant Received);
