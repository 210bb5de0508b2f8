-- Markers of worker's mail found in Sent (replies.md E4): what a restored ledger does not know any more, and who else answers.
create table seen_markers (
    marker_key    text not null,                -- the HMAC in the marker: opaque
    installation  text not null,                -- whose
    at            bigint not null,              -- when it was sent
    primary key (marker_key, installation)
);
