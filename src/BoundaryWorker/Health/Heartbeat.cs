using System.Threading.Channels;
using BoundaryWorker.Settings;
using NodaTime;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BoundaryWorker.Health;

/// <summary>
/// Asks for a page after each complete look at every mailbox (promise 5): an outside watcher that misses it tells her that nothing is held or released any
/// more. It is as slow as the slowest mailbox: one that cannot be looked at stops it. It holds no mail up: it is sent beside the rounds, a newer one takes the place of one not yet sent, and a failure is only logged.
/// </summary>
internal sealed partial class Heartbeat(BoundarySettings settings, LastLooks looks, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ResiliencePipeline _resilience = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(2),
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>(),
        })
        .AddTimeout(Patience)
        .Build();

    private readonly HashSet<string> _looked = [];
    private long _arrived;
    private long _failed;

    /// <summary>How many were taken since the start.</summary>
    public long Arrived => Volatile.Read(ref _arrived);

    /// <summary>How many were not.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>After the round of a mailbox: sends one if every mailbox was looked at completely since the last.</summary>
    /// <param name="mailbox">Which.</param>
    /// <param name="began">When its round began.</param>
    /// <param name="token">Cancels.</param>
    public async Task AfterLookAsync(string mailbox, Instant began, CancellationToken token)
    {
        if (settings.Heartbeat is null || !(await looks.OfAsync(mailbox, token) >= began))
        {
            return;
        }

        lock (_looked)
        {
            _looked.Add(mailbox);
            if (settings.Mailboxes.All(m => _looked.Contains(m.Id)))
            {
                _looked.Clear();
                _due.Writer.TryWrite(true);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Heartbeat is not { } page)
        {
            return;
        }

        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        await foreach (var _ in _due.Reader.ReadAllAsync(stoppingToken))
        {
            await SendAsync(http, page, stoppingToken);
        }
    }

    private async Task SendAsync(HttpClient http, Uri page, CancellationToken token)
    {
        try
        {
            await _resilience.ExecuteAsync(
                async t =>
                {
                    using var response = await http.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, t);
                    response.EnsureSuccessStatusCode();
                },
                token);
            Interlocked.Increment(ref _arrived);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException)
        {
            Interlocked.Increment(ref _failed);
            LogFailed(logger, page.Host, failure.Message);
        }
    }

    // Its path is a secret of hers: who knows it can send heartbeats.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The heartbeat to {Host} did not arrive: {Why}")]
    private static partial void LogFailed(ILogger logger, string host, string why);
}
