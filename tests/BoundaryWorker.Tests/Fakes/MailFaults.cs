using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>Failures to order for a fake mailbox or sender: before or after the act of the nth call of a method, once each.</summary>
public sealed class MailFaults
{
    private readonly Dictionary<(string Method, int Call, bool After), Func<Exception>> ordered = [];
    private readonly Dictionary<string, int> calls = [];

    /// <summary>How often a method was called, failed calls included.</summary>
    public int Calls(string method) => calls.GetValueOrDefault(method);

    /// <summary>Fails before anything is done. <paramref name="call"/> counts from 1, from now on.</summary>
    public MailFaults Before(string method, int call = 1, Func<Exception>? failure = null) => Order(method, call, after: false, failure);

    /// <summary>Fails when all is done, but the caller does not learn it. <paramref name="call"/> counts from 1, from now on.</summary>
    public MailFaults After(string method, int call = 1, Func<Exception>? failure = null) => Order(method, call, after: true, failure);

    /// <summary>To be called around each act.</summary>
    public T Around<T>(string method, Func<T> act)
    {
        var call = calls[method] = Calls(method) + 1;
        Throw(method, call, after: false);
        var result = act();
        Throw(method, call, after: true);
        return result;
    }

    private MailFaults Order(string method, int call, bool after, Func<Exception>? failure)
    {
        ordered[(method, Calls(method) + call, after)] = failure ?? (() => new MailboxUnavailableException($"{method} fails by order."));
        return this;
    }

    private void Throw(string method, int call, bool after)
    {
        if (ordered.Remove((method, call, after), out var failure))
        {
            throw failure();
        }
    }
}

/// <summary>The process was killed at this step: nothing may catch it but the test.</summary>
public sealed class KilledException() : Exception("killed");
