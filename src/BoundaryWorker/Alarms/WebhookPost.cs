using System.Net;
using BoundaryWorker.Pipeline.Ports;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BoundaryWorker.Alarms;

/// <summary>
/// Posts alarms as JSON to a page of hers: <c>{ "id", "kind", "mailbox", "text" }</c>. A few tries with pauses in between, all under one id; the ledger comes back with what
/// did not arrive. Of the page's address only the host is ever logged: its path is a secret, since who knows it can post.
/// </summary>
public sealed partial class WebhookPost : IAlarmPost, IDisposable
{
    /// <summary>For one try, and for all of them: a round of the worker waits for it.</summary>
    private static readonly TimeSpan PatienceForOne = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PatienceForAll = TimeSpan.FromSeconds(15);

    private readonly Uri _page;
    private readonly ILogger<WebhookPost> _logger;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpStatusCode> _resilience;

    /// <param name="page">An https page, or one on this machine.</param>
    /// <param name="time">The real time, by which pauses are made.</param>
    public WebhookPost(Uri page, TimeProvider time, ILogger<WebhookPost> logger)
    {
        (_page, _logger) = (page, logger);

        // A redirect could lead the alarm to a page without TLS.
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10), AllowAutoRedirect = false });
        _resilience = new ResiliencePipelineBuilder<HttpStatusCode> { TimeProvider = time }
            .AddTimeout(PatienceForAll)
            .AddRetry(new RetryStrategyOptions<HttpStatusCode>
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                ShouldHandle = new PredicateBuilder<HttpStatusCode>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().HandleResult(IsForNow),
            })
            .AddTimeout(PatienceForOne)
            .Build();
    }

    /// <inheritdoc/>
    public async Task<PostResult> PostAsync(Alarm alarm, CancellationToken token)
    {
        try
        {
            var status = await _resilience.ExecuteAsync(async t => await OnceAsync(alarm, t), token);
            if ((int)status is >= 200 and < 300)
            {
                return PostResult.Taken;
            }

            LogFailed(_logger, alarm.Kind, _page.Host, $"it answered {(int)status}");
            return IsForNow(status) ? PostResult.TryAgain : PostResult.Refused;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException)
        {
            LogFailed(_logger, alarm.Kind, _page.Host, failure is HttpRequestException { HttpRequestError: var error } ? $"{error}" : "no answer in time");
            return PostResult.TryAgain;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> OnceAsync(Alarm alarm, CancellationToken token)
    {
        using var body = JsonContent.Create(new { id = alarm.Id, kind = alarm.Kind, mailbox = alarm.Mailbox, text = alarm.Text });
        using var response = await _http.PostAsync(_page, body, token);
        return response.StatusCode;
    }

    // RFC 9110 15.6, RFC 6585 4: the server's own trouble, or too much at once.
    private static bool IsForNow(HttpStatusCode status) => (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The alarm {Kind} did not arrive at {Host}: {Why}")]
    private static partial void LogFailed(ILogger logger, string kind, string host, string why);
}
