namespace BoundaryWorker.Tests.Fakes;

/// <summary>Failures to be met on demand: "throw this on the n-th call of X".</summary>
public sealed class Faults
{
    private readonly List<(string Method, int Call, Exception Error)> planned = [];
    private readonly Dictionary<string, int> calls = [];

    /// <summary>Plans a failure: <c>faults.On(nameof(ILedger.RecordAsync), error)</c> for the next call, or a later one.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="error">What it throws; the call does nothing else.</param>
    /// <param name="call">Which call from now on, 1 for the next.</param>
    public void On(string method, Exception error, int call = 1) => planned.Add((method, Calls(method) + call, error));

    /// <summary>How often it was called, failed calls included.</summary>
    public int Calls(string method) => calls.GetValueOrDefault(method);

    /// <summary>To be called first in each method of a fake.</summary>
    public void Pass(string method)
    {
        var call = calls[method] = Calls(method) + 1;
        var hit = planned.FindIndex(p => p.Method == method && p.Call == call);
        if (hit >= 0)
        {
            throw planned[hit].Error;
        }
    }
}
