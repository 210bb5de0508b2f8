using BoundaryWorker.Alarms;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace BoundaryWorker.AdapterTests.Alarms;

/// <summary>What is posted, how often, and what is said of it in the log.</summary>
public sealed class WebhookPostTests : IAsyncDisposable
{
    private readonly AlarmPage _page = new();
    private readonly KeptLog _log = new();

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Theory]
    [InlineData(PostResult.Taken, 1, 200)]
    [InlineData(PostResult.Taken, 3, 503, 429, 204)]
    [InlineData(PostResult.TryAgain, 3, 500, 500, 500)]
    [InlineData(PostResult.Refused, 1, 404)]
    [InlineData(PostResult.Refused, 1, 302)]
    public async Task An_alarm_is_tried_a_few_times_under_one_id_and_a_no_is_a_no(PostResult expected, int tries, params int[] answers)
    {
        answers.ToList().ForEach(_page.Answers.Enqueue);
        using var post = new WebhookPost(_page.Address, TimeProvider.System, _log);

        Assert.Equal(expected, await post.PostAsync(new Alarm("0a1b", "SendingFails", "me", "Nie wychodzi poczta."), TestContext.Current.CancellationToken));

        Assert.Equal(tries, _page.Posted.Count);
        Assert.Equal("""POST application/json; charset=utf-8 {"id":"0a1b","kind":"SendingFails","mailbox":"me","text":"Nie wychodzi poczta."}""", Assert.Single(_page.Posted.Distinct()));
        Assert.Equal(expected == PostResult.Taken, _log.Lines.Count == 0);
        Assert.All(_log.Lines, l => Assert.DoesNotContain("secret", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_for_later()
    {
        await _page.DisposeAsync();
        using var post = new WebhookPost(_page.Address, TimeProvider.System, _log);

        Assert.Equal(PostResult.TryAgain, await post.PostAsync(new Alarm("0a1b", "SendingFails", null, "x"), TestContext.Current.CancellationToken));

        Assert.DoesNotContain("secret", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    private sealed class KeptLog : ILogger<WebhookPost>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
