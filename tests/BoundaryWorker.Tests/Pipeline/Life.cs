using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using BoundaryWorker.Tests.Fakes;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>
/// The life of one process, as its ports see it: a failure can be ordered at the nth call of any method, before or after it acts. A kill is for good: until
/// <see cref="Begin"/> every further call fails too, as a dead process calls nobody.
/// </summary>
internal sealed class Life
{
    private readonly Dictionary<string, int> calls = [];
    private (string Point, int Call, bool After, Func<Exception>? Failure)? ordered;

    /// <summary>Whether the ordered failure has happened.</summary>
    public bool WasHit { get; private set; }

    /// <summary>Whether the process was killed and not begun anew.</summary>
    public bool IsDead { get; private set; }

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How often each method was called, by <c>port.Method</c>.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <summary>Orders one failure.</summary>
    /// <param name="point"><c>port.Method</c>.</param>
    /// <param name="call">Which call, 1 for the first.</param>
    /// <param name="after">Whether the act is done.</param>
    /// <param name="failure">What is thrown; null to be killed.</param>
    public void Order(string point, int call, bool after, Func<Exception>? failure = null) => ordered = (point, call, after, failure);

    /// <summary>A new process.</summary>
    public void Begin() => IsDead = false;

    /// <summary>The port as this process sees it.</summary>
    public T Of<T>(T port, string name)
        where T : class
    {
        var seen = DispatchProxy.Create<T, SeenPort>();
        ((SeenPort)(object)seen).Lead(this, port, name);
        return seen;
    }

    private object? Around(string point, Func<object?> act)
    {
        if (IsDead)
        {
            throw new KilledException();
        }

        var call = calls[point] = calls.GetValueOrDefault(point) + 1;
        FailIf(point, call, after: false);
        var result = act();
        FailIf(point, call, after: true);
        return result;
    }

    private void FailIf(string point, int call, bool after)
    {
        if (ordered is { } o && (o.Point, o.Call, o.After) == (point, call, after))
        {
            (WasHit, IsDead, ordered) = (true, o.Failure is null, null);
            Kills += IsDead ? 1 : 0;
            throw o.Failure?.Invoke() ?? new KilledException();
        }
    }

    /// <summary>Made at run time over any port.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
    internal class SeenPort : DispatchProxy
    {
        private Life? life;
        private object? port;
        private string name = "";

        public void Lead(Life by, object seen, string called) => (life, port, name) = (by, seen, called);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            object? Act() => targetMethod!.Invoke(port, BindingFlags.DoNotWrapExceptions, null, args, null);
            return targetMethod!.IsSpecialName ? Act() : life!.Around($"{name}.{targetMethod.Name}", Act);
        }
    }
}
