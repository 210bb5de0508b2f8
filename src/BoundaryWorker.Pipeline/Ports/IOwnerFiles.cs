using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>Her two files, read again whenever they changed.</summary>
public interface IOwnerFiles
{
    /// <summary>What they allow at that instant. Never throws for what is in them.</summary>
    Task<FilesState> LookAsync(Instant now, CancellationToken token);
}
