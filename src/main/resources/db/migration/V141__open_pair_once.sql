-- Who is linked with whom, or asked to be, while it is open: there is one open pairing of the same two.
alter table pairing add column open_key varchar(100);
-- Where there are two already, the first keeps the key; the other goes on without, and can be ended.
update pairing set open_key = carrier || ' ' || coalesce(colleague, branch)
where carrier is not null and state in ('PROPOSED', 'AGREED', 'ACTIVE')
  and not exists (
    select 1 from pairing earlier
    where earlier.carrier = pairing.carrier
      and coalesce(earlier.colleague, earlier.branch) = coalesce(pairing.colleague, pairing.branch)
      and earlier.state in ('PROPOSED', 'AGREED', 'ACTIVE')
      and earlier.number < pairing.number);
alter table pairing add constraint pairing_once unique (open_key);
