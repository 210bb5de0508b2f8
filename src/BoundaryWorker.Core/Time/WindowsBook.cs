using BoundaryWorker.Core.Code;

namespace BoundaryWorker.Core.Time;

/// <summary>Placeholder surface; the engine comes with its own branch.</summary>
public sealed class WindowsBook
{
    /// <summary>Her own windows.</summary>
    public WorkingWindows Owner => throw new NotSupportedException();

    /// <summary>The windows that apply to a client.</summary>
    public WorkingWindows For(Client? client) => throw new NotSupportedException();
}
