-- What somebody was invited as, for the role of the row on the member list can change and the row can go; since when, and in which process.
alter table invitation add column role varchar(30);
alter table invitation add column process_instance_id varchar(64);
alter table invitation add column requested_at timestamp with time zone;
update invitation set
  role = (select role_after from history_entry e where e.workspace = invitation.workspace and e.target = invitation.id and e.action = 'INVITE'),
  process_instance_id =
    (select process_instance_id from history_entry e where e.workspace = invitation.workspace and e.target = invitation.id and e.action = 'INVITE'),
  requested_at = (select at from history_entry e where e.workspace = invitation.workspace and e.target = invitation.id and e.action = 'INVITE');
alter table invitation alter column role set not null;
alter table invitation alter column process_instance_id set not null;
alter table invitation alter column requested_at set not null;
alter table invitation add constraint one_invitation_of_each_process unique (process_instance_id);
create index invitation_of_workspace on invitation (workspace, requested_at);

-- Processes that have ended and are not summed up yet.
create table flow_ended (
  process_instance_id varchar(64) primary key
);

-- The ways that processes took through their diagrams; there are few. The id is made from the rest.
create table flow_path (
  id uuid primary key,
  process varchar(255) not null,
  passes text not null
);

-- Each ended process and the way that it took, kept longer than the engine's history.
create table flow_summed (
  process_instance_id varchar(64) primary key,
  path uuid not null references flow_path,
  workspace uuid not null,
  role varchar(30),
  requested_at timestamp with time zone not null
);
create index flow_summed_by_path on flow_summed (path, workspace, role, requested_at);
