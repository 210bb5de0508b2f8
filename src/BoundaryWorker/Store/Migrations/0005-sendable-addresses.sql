-- From which of her addresses mail comes through as it was sent (replies.md C2): what `doctor --send-test` saw last. No client's data.
create table sendable_addresses (
    mailbox     text not null,
    address     text not null,                  -- local@domain
    sendable    integer not null,               -- 0 or 1
    at          bigint not null,                -- when it was tried
    primary key (mailbox, address)
);
