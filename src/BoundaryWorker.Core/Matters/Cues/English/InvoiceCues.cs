using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Invoices and payments, in English.</summary>
internal static class InvoiceCues
{
    private const string Money = "eur|usd|gbp|pln|zl|euro|euros|pounds|dollars|zloty|#";

    public static CueTable Table { get; } = new(
        Matter.Invoice,
        "en",
        [
            new("invoice", true, "invoice|invoices|invoicing|invoiced|inv|invocie|inovice|invioce|invoce|invioces|invoive|e-invoice", "pro forma", "proforma|pro-forma", "credit|debit note", "purchase order", "po number"),
            new("payment", true, "payment|payments|paymant|pyament reminder|reminders|confirmation|terms|overdue|due|advice|details|run|arrive|arrived|received|receive|landed|gone|went|date|plan|from|yet|this|by|has|was|is|be|will|in|to|on|until|till|today|tomorrow|yesterday|and|reference|deadline|query|received|still|$", "payment|payments ^ ...", "payment|payments .. for|of|is|was|received|arrive|arrived .. #|invoice|overdue|due|last|month|october|november|december|hours|work|services", "overdue|outstanding|late|final|missing|pending|received|receive|transferred|made|make|sent|send|your|the|my|our|a|last|monthly|first|second|first|down|advance|process|release|released|delayed|chase|chasing payment|payments|balance|amount|instalment|installment", "payment|payments $", "amount|balance|sum|total ... overdue|due|outstanding|payable", "remittance*", "settle|settled|settling .. account|balance|amount|bill|up", "payable .. within|by|to", "final|overdue|arrears notice|account|amount|balance"),
            new("transfer", true, "bank|wire|money transfer|transfers", "transferred|transfer|transferring ... account|money|amount|payment|deposit|fee|" + Money, "iban|swift|bic", "wired|wire ... money|payment|amount|you|fee|deposit", "bank details|account", "money|funds|fee|amount ... arrive|arrived|landed|sent|account|received", "sort code", "direct debit"),
            new("bill", true, "the|your|our|my|a|this|that|these|hosting|phone|last|attached|electricity|two|both|three|monthly|#|all|unpaid|open bill|bills", "bill|bills for|from", "^^ bill|bills|billing", "billing address|details|department|period|query|question|error|contact|email|information", "billed|bill me|us|you|for|twice", "have|has|did you billed|bill", "paid|pay|paying|pays|payed ... invoice|invoices|bill|bills|you|amount|deposit|fee|fees|euros|october|november|december|september|month|rent|twice|supplier|suppliers|" + Money, "unpaid|underpaid|overpaid|prepaid|prepayment", "paid ... yet|today|yesterday|tomorrow|friday|monday|week|now|already ", "pay .. by|with|in card|transfer|paypal|euros|cash|instalments|advance", "paid|pay|paying .. by|in|via card|paypal|cash|transfer", "get|got|getting|been|be paid", "paid|pay ?", "owe|owes|owed|owing .. us|you|me|#|money", "money|money's|funds .. way|sent|through|transferred|account|paid", "refund|refunded|reimburse|reimbursed|reimbursement", "hourly rate .. on|invoice"),
            new("deposit", false, "deposit", "^ settlement|statement $", "statement of account", "vat number|id|rate|reg", "# vat", "vat ... ?", "receipt|receipts", "accounts payable|receivable|department", "net|gross amount", "late fee|fees", "expenses|expense claim|report|sheet|for|from"),
        ],
        "thank|thanks|thx .. for .. invoice|payment|bill|transfer|receipt",
        "payment|payments gateway|provider|page|method|methods|system|form|plugin|button|module|integration|option|options",
        "fit|foot the bill",
        "pay|paying|paid|pays .. attention|visit|off|respect|heed|tribute|compliment",
        "paid ads|ad|advertising|leave|holiday|search|social|media|plan|version|post|posts|promotion|subscription|account|members|members",
        "safety|piggy deposit",
        "owe you one|lunch|a|big|an",
        "bank holiday");
}
