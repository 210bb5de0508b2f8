-- The ledger: what was seen, decided, done and not yet done (design.md section 9).
-- Instants are bigint: Unix ticks (100 ns) UTC, so that what a clock gave comes back exactly. Local days are text, yyyy-MM-dd.
-- States and kinds are the names of the enums in BoundaryWorker.Pipeline.Ports and BoundaryWorker.Core.Deciding.
-- JSON columns have the shapes of Store/Rows/DecisionJson.cs. Nowhere is a body; reply bytes go when confirmed (promise 10).
-- One statement ends with the line that ends with a semicolon; each is run by itself.

-- One message, seen once.
create table messages (
    seq             integer primary key,        -- the order of recording; breaks ties of arrival (INTERNALDATE has whole seconds)
    message_key     text not null unique,       -- MessageKey: idempotence of the record step
    mailbox         text not null,              -- the mailbox's id in appsettings.json
    message_id      text,                       -- without brackets, null where there is none
    header_digest   text not null,              -- hexadecimal
    received        bigint not null,            -- arrival
    size            bigint not null,            -- bytes
    folder          text not null,              -- where it lies now
    ref_id          text not null,              -- the adapter's id in that folder
    home_folder     text not null,              -- where it goes back to (D5)
    person          text not null,              -- local@domain in lower case, or empty
    client_id       text,                       -- null for a stranger
    subject         text not null,              -- at most 200 characters, for the digest alone
    matters         text not null,              -- JSON list of names, strongest first
    decision        text not null,              -- JSON
    uses_allowance  integer not null,           -- 1: counted against the urgent allowance (row 8); a copy out of the decision, for the index
    mode            text not null,              -- the mode at the time
    decided_at      bigint not null,
    state           text not null,              -- MessageState
    held_at         bigint,                     -- first moved to Held
    release_at      bigint,                     -- the release time in force
    ended_at        bigint,                     -- released, or hers
    failure         text,                       -- of the last transition, in the owner's words
    by_hand         integer not null default 0  -- 1: released by hand or command, never held again (promise 6)
);

create index messages_state on messages (state, mailbox);

create index messages_decided on messages (decided_at);

create index messages_message_id on messages (message_id);

create index messages_allowance on messages (client_id, received) where uses_allowance = 1;

-- One reply: the intent with the bytes, and what became of it (E1). No foreign key to messages: the key outlives the message in a purge.
create table replies (
    seq               integer primary key,      -- the order of recording
    person            text not null,            -- the key (E4): who ...
    scope             text not null,            -- ... and window, rule and day, or event
    client_id         text,                     -- whose three it counts for
    slot              integer,                  -- 1 to 3 in a closed window (row 5); null where none is taken
    message_key       text not null unique,     -- the message it answers
    arrived           bigint not null,          -- that message's arrival
    is_backlog        integer not null,         -- 1: decided late after an outage, does not open the breaker (E6)
    mailbox           text not null,
    kind              text not null,            -- AnswerKind
    rules             text not null,            -- JSON list of rule ids
    reply_message_id  text not null,            -- its own Message-ID without brackets; stays when the bytes go (A2, A17)
    envelope_from     text,                     -- null for the null path (C3)
    envelope_to       text not null,
    bytes             blob not null,            -- empty once settled
    state             text not null,            -- ReplyState
    recorded_at       bigint not null,
    drop_at           bigint not null,          -- not sent after (A19)
    changed_at        bigint,                   -- the last step
    attempts          integer not null,         -- how often the sending mark was set
    not_before        bigint,                   -- a retry, or the pace (E6)
    detail            text,                     -- the server's words, or why it was dropped
    unique (person, scope),
    unique (client_id, scope, slot)
);

create index replies_state on replies (state, mailbox);

create index replies_recorded on replies (recorded_at);

create index replies_person_arrived on replies (person, arrived);

create index replies_person_recorded on replies (person, recorded_at);

create index replies_client_arrived on replies (client_id, arrived);

create index replies_client_recorded on replies (client_id, recorded_at);

create index replies_message_id on replies (reply_message_id);

-- How many replies a purge took of a client, so that "ever" stays true (C10).
create table purged_replies (
    client_id  text primary key,
    count      integer not null
);

-- Her own sendings, found in Sent (row 17, A15), and automatic answers of other programs of hers (A18).
create table sendings (
    seq           integer primary key,
    mailbox       text not null,
    sending_key   text not null,                -- the Message-ID, or what stands for it
    at            bigint not null,
    is_automatic  integer not null,             -- 1: another program's automatic answer, not her act
    unique (mailbox, sending_key)
);

create index sendings_at on sendings (mailbox, is_automatic, at);

create table sending_recipients (
    sending  integer not null references sendings (seq) on delete cascade,
    person   text not null,                     -- local@domain in lower case
    primary key (sending, person)
);

create index sending_recipients_person on sending_recipients (person);

-- The thread of a sending: its own Message-ID and what it refers to.
create table sending_threads (
    sending     integer not null references sendings (seq) on delete cascade,
    message_id  text not null,
    primary key (sending, message_id)
);

create index sending_threads_message_id on sending_threads (message_id);

-- The last reply to this person bounced for good (A17).
create table bounces (
    person  text primary key,
    at      bigint not null
);

-- The circuit breaker (A16): a row means open.
create table breaker (
    one        integer primary key check (one = 1),
    opened_at  bigint not null
);

-- Cursors (opaque, the adapter's) and last complete looks.
create table looks (
    mailbox  text primary key,
    cursor   text,
    at       bigint
);

-- Digests: the day is the key, so each is sent once.
create table digests (
    day            text primary key,
    message_id     text not null,
    envelope_from  text,
    envelope_to    text not null,
    bytes          blob not null,               -- empty once done
    claimed_at     bigint not null,
    sending_at     bigint,                      -- the sending mark
    done_at        bigint,                      -- sent, or given up
    detail         text
);

-- Versions of her files that were read without error (design.md section 3).
create table good_files (
    seq        integer primary key,
    kind       text not null,                   -- code or clients
    version    integer not null,
    digest     text not null,                   -- SHA-256 of the text: an index over whole texts would be a second copy
    effective  text,                            -- local day, null for at once
    text       text not null,
    saved_at   bigint not null,                 -- first read
    read_at    bigint not null,                 -- last read: a text she went back to is the newest again
    unique (kind, version, digest)
);

-- What other commands ask of the running worker.
create table requests (
    id           integer primary key,
    kind         text not null,
    argument     text not null,
    asked_at     bigint not null,
    answer       text,
    answered_at  bigint
);

create index requests_open on requests (answered_at);

-- Who runs: one row.
create table lease (
    one     integer primary key check (one = 1),
    holder  text not null,
    until   bigint not null
);

-- What she was told and is still so.
create table told (
    topic  text primary key,
    at     bigint not null
);

-- The id in our marker and the secret of our Message-IDs (C7, E4): one row.
create table installation (
    one     integer primary key check (one = 1),
    id      text not null,
    secret  blob not null
);
