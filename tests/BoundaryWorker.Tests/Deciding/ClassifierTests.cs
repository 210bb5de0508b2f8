using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

public sealed class ClassifierTests
{
    private static readonly Instant Arrival = Instant.FromUtc(2026, 11, 24, 20, 0);

    private static readonly Situation Situation = Fixtures.Situation(Fixtures.Studio(), new ClientBook(Fixtures.Clients()));

    [Fact]
    public void A_supposed_client_is_known_by_domain_and_was_given_the_Code()
    {
        var kind = Of(Mail("From: who@elsewhere.example\nTo: me@studio.example"), Supposition.Client);

        Assert.Equal((Classifier.SupposedClientId, false, 3), (kind.Client!.Client.Id, kind.Client.ByFullAddress, kind.Client.Client.CodeGiven!.Version));
        Assert.Equal(Authentication.Passed, kind.Authentication);
    }

    [Fact]
    public void A_supposed_client_whose_message_says_dmarc_fail_is_a_possible_forgery_all_the_same() =>
        Assert.Equal(Authentication.Failed, Of(Mail("Authentication-Results: anybody.example; dmarc=fail\nFrom: who@elsewhere.example"), Supposition.Client).Authentication);

    [Fact]
    public void A_supposed_client_without_a_From_is_nobody() =>
        Assert.Null(Of(Mail("To: me@studio.example"), Supposition.Client).Client);

    [Theory]
    [InlineData("To: list@elsewhere.example")]
    [InlineData("Cc: list@elsewhere.example")]
    [InlineData("Subject: no recipient at all")]
    public void Supposed_to_be_addressed_she_is_neither_missing_nor_in_copy(string header)
    {
        var kind = Of(Mail("From: who@elsewhere.example\n" + header), Supposition.Addressed);

        Assert.Equal((true, false, "me@studio.example"), (kind.IsAddressed, kind.IsCcOnly, kind.Alias!.Key));
    }

    [Theory]
    [InlineData("To: ME+shop@Studio.example", "mail")]
    [InlineData("To: tasks@studio.example\nCc: me@studio.example", "mail")]
    [InlineData("To: tasks@studio.example", "")]
    [InlineData("To: tasks@studio.example\nDelivered-To: me@studio.example", "")]
    [InlineData("To: other@elsewhere.example\nDelivered-To: me@studio.example", "mail")]
    [InlineData("To: tasks@studio.example\nSubject: about [Pilne] things", "urgent")]
    public void The_channels_are_told_by_alias_and_tag(string header, string channels) =>
        Assert.Equal(channels, string.Join(' ', Of(Mail("From: jane@acme.example\n" + header)).Via));

    [Fact]
    public void Nobody_is_known_by_display_name() =>
        Assert.Null(Of(Mail("From: jane@acme.example <x@elsewhere.example>\nTo: me@studio.example")).Client);

    [Fact]
    public void The_question_to_the_ledger_names_person_window_day_period_and_thread()
    {
        var message = Mail("From: Jane@Acme.example\nTo: me@studio.example\nMessage-ID: <b@acme.example>\nReferences: <a@acme.example>");
        var query = HistoryQueries.For(message, Classifier.Classify(message, Situation), Situation, Arrival);

        Assert.Equal(("me", "jane@acme.example", "acme", "b@acme.example", "a@acme.example"), (query.Mailbox, query.Person, query.ClientId, query.MessageId, query.Thread.Single()));
        Assert.Equal(new Interval(Instant.FromUtc(2026, 11, 24, 16, 0), Instant.FromUtc(2026, 11, 25, 8, 0)), query.ClosedWindow);
        Assert.Equal(new Interval(Instant.FromUtc(2026, 11, 23, 23, 0), Instant.FromUtc(2026, 11, 24, 23, 0)), query.LocalDay);
        Assert.Equal(Instant.FromUtc(2026, 10, 31, 23, 0), query.AllowanceSince);
        Assert.Null(query.EventScope);
    }

    private static Classification Of(IncomingMessage message, Supposition suppose = Supposition.None) =>
        Classifier.Classify(message, Situation with { Suppose = suppose });

    private static IncomingMessage Mail(string header) => PlainMessage.Read(header + "\n\nCould you tell me which font it is?\n", Arrival);
}
