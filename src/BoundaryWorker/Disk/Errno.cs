using System.Runtime.InteropServices;

namespace BoundaryWorker.Disk;

/// <summary>The error numbers of Linux that have a meaning for a mailbox, and their words for the owner.</summary>
public static class Errno
{
    /// <summary>EPERM.</summary>
    public const int NotPermitted = 1;

    /// <summary>ENOENT.</summary>
    public const int NotThere = 2;

    /// <summary>EACCES.</summary>
    public const int AccessDenied = 13;

    /// <summary>EEXIST.</summary>
    public const int Exists = 17;

    /// <summary>EXDEV.</summary>
    public const int OtherDisk = 18;

    /// <summary>EINVAL.</summary>
    public const int InvalidArgument = 22;

    /// <summary>ENOSPC.</summary>
    public const int DiskFull = 28;

    /// <summary>EROFS.</summary>
    public const int ReadOnlyDisk = 30;

    /// <summary>ENOSYS.</summary>
    public const int NoSuchCall = 38;

    /// <summary>EDQUOT.</summary>
    public const int QuotaUsedUp = 122;

    /// <summary>What happened and what to do, as the end of a sentence about a move from one folder into another.</summary>
    public static string Words(int error) => error switch
    {
        AccessDenied or NotPermitted => "this program may not write there. Give the account it runs under write permission to both folders",
        ReadOnlyDisk => "the disk is read-only. Mount it so that it can be written to",
        DiskFull => "the disk is full. Make room on it",
        QuotaUsedUp => "the quota of that account on the disk is used up. Make room, or raise the quota",
        OtherDisk => "the two folders lie on different disks, where a message cannot be moved in one step. Put them onto the same disk",
        _ => $"the system said: {Marshal.GetPInvokeErrorMessage(error)}. Look whether the folder is as it should be",
    };
}
