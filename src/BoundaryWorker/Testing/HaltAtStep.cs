using System.Globalization;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Testing;

/// <summary>
/// For tests of crashes alone: where <c>BOUNDARYWORKER_HALT_AT</c> names a step (<c>moved</c>, or <c>moved:2</c> for the second time), the process says so on
/// standard output and stands still there, so that it can be killed at that very place. Without the variable nothing is ever halted.
/// </summary>
internal sealed class HaltAtStep : ISteps
{
    private const string Variable = "BOUNDARYWORKER_HALT_AT";

    private readonly string _step;
    private int _left;

    private HaltAtStep(string step, int times)
    {
        _step = step;
        _left = times;
    }

    /// <summary>What the environment asks for.</summary>
    public static ISteps FromEnvironment()
    {
        var parts = Environment.GetEnvironmentVariable(Variable)?.Split(':');
        return parts is null or [""]
            ? new NoSteps()
            : new HaltAtStep(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    public void Reached(string step)
    {
        if (step == _step && Interlocked.Decrement(ref _left) == 0)
        {
            Console.Out.WriteLine($"halted at {step}");
            Console.Out.Flush();
            using var never = new ManualResetEvent(false);
            never.WaitOne();
        }
    }
}
