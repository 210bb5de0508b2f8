using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

public sealed class ForwardedThanksTests
{
    [Theory]
    [InlineData("message/rfc822", 3)]
    [InlineData("image/png", 16)]
    public void B3_thanks_with_a_message_attached_is_more_than_thanks_but_a_logo_is_not(string part, int row)
    {
        var situation = Fixtures.Situation(Fixtures.Studio(), new ClientBook(Fixtures.Clients()));
        var plain = PlainMessage.Read("From: jane@acme.example\nTo: me@studio.example\n\nThanks a lot!\n", Instant.FromUtc(2026, 11, 21, 19, 0));
        var message = plain with { Parts = [.. plain.Parts, new MessagePart(part, 1, new Dictionary<string, string>())] };

        Assert.Equal(row, Decider.Decide(message, Classifier.Classify(message, situation), situation, History.Empty, message.Received).Row);
    }
}
