using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Invoices and payments, in English.</summary>
internal static class InvoiceCues
{
    public static CueTable Table { get; } = new(
        Matter.Invoice,
        "en",
        [
            new("invoice", true, "invoice|invoices|invoicing|invoiced|inv|invocie|inovice|invioce", "pro forma", "proforma", "credit|debit note", "purchase order"),
            new("payment", true, "payment reminder|confirmation|terms|overdue|due|advice|details|run", "payment|payments .. for|of|is|was .. #|invoice|overdue|due|last|month|october|november|december", "overdue|outstanding|late|final|missing|pending|received|transferred|made|sent|your|the payment|balance|amount", "amount|balance|sum ... overdue|due|outstanding", "remittance*", "settle .. account|balance|amount|bill"),
            new("transfer", true, "bank|wire|money transfer", "transferred ... account|money|amount|payment|eur|pln|usd|gbp", "iban", "wired ... money|payment|amount"),
            new("bill", true, "the|your|our|my|a|this|hosting|phone|last|attached bill|bills", "bill for", "billing address|details|department|period", "paid|pay|paying ... invoice|bill|you|amount|deposit"),
            new("deposit", false, "deposit", "^ settlement|statement $", "vat number|id", "receipt|receipts"),
        ],
        "thank|thanks|thx .. for .. invoice|payment|bill|transfer|receipt",
        "payment|payments gateway|provider|page|method|methods|system|form|plugin|button",
        "fit|foot the bill",
        "pay|paying|paid .. attention|visit");
}
