-- every live invitation has exactly one waiting process
select id from member m
where m.workspace in (:workspaces) and m.status like 'INVITATION%' and 1 <> (
  select count(*) from act_ru_execution p
  where p.business_key_ = cast(m.id as varchar(36)) and p.parent_id_ is null and p.tenant_id_ = cast(m.workspace as varchar(36)));

-- every waiting process has its live invitation
select business_key_ from act_ru_execution p
where p.tenant_id_ in (:tenants) and p.parent_id_ is null and p.proc_def_id_ like 'invitation:%' and not exists (
  select 1 from member m
  where cast(m.id as varchar(36)) = p.business_key_ and cast(m.workspace as varchar(36)) = p.tenant_id_ and m.status like 'INVITATION%');

-- what is out waits for its expiry alone, at the instant that the list says
select m.id from member m join invitation i on i.id = m.id
where m.workspace in (:workspaces) and m.status = 'INVITATION_SENT' and (i.expires_at is null or 1 <> (
  select count(*) from act_ru_execution p join act_ru_job j on j.process_instance_id_ = p.proc_inst_id_
  where p.business_key_ = cast(m.id as varchar(36)) and p.parent_id_ is null and j.type_ = 'timer'));

-- what has expired waits for resend and withdraw alone
select m.id from member m join act_ru_execution p on p.business_key_ = cast(m.id as varchar(36)) and p.parent_id_ is null
where m.workspace in (:workspaces) and m.status = 'INVITATION_EXPIRED' and (
  exists (select 1 from act_ru_job j where j.process_instance_id_ = p.proc_inst_id_)
  or 1 <> (select count(*) from act_ru_event_subscr e where e.proc_inst_id_ = p.proc_inst_id_ and e.event_name_ = 'ResendInvitation')
  or 2 <> (select count(*) from act_ru_event_subscr e where e.proc_inst_id_ = p.proc_inst_id_));

-- every member came from one acceptance, by the account of their address
select m.id from member m join invitation i on i.id = m.id left join account a on a.id = m.account
where m.workspace in (:workspaces) and m.status in ('ACTIVE', 'INACTIVE') and (
  a.email is null or a.email <> m.email or i.ending is null or i.ending <> 'ACCEPTED'
  or 1 <> (select count(*) from history_entry h where h.workspace = m.workspace and h.target = m.id and h.action = 'ACCEPT'));

-- nobody who is invited has joined
select m.id from member m join invitation i on i.id = m.id
where m.workspace in (:workspaces) and m.status like 'INVITATION%' and (m.account is not null or i.ending is not null);

-- an address stands on a list once
select min(email) from member where workspace in (:workspaces) group by workspace, lower(email) having count(*) > 1;

-- an invitation whose inviter cannot invite any more is not out
select m.id from member m join invitation i on i.id = m.id join account a on a.id = i.inviter
where m.workspace in (:workspaces) and m.status = 'INVITATION_SENT' and i.expires_at > :now and not a.operator and not exists (
  select 1 from member admin where admin.workspace = m.workspace and admin.account = i.inviter and admin.status = 'ACTIVE'
  and admin.role in ('WORKSPACE_ADMIN', 'DEVELOPER_ADMIN'));

-- once somebody has joined, there is an Active admin
select w.id from workspace w
where w.id in (:workspaces) and exists (select 1 from history_entry h where h.workspace = w.id and h.action = 'ACCEPT') and not exists (
  select 1 from member m where m.workspace = w.id and m.status = 'ACTIVE' and m.role in ('WORKSPACE_ADMIN', 'DEVELOPER_ADMIN'));

-- a closed workspace has no live invitation
select m.id from member m join workspace w on w.id = m.workspace
where w.id in (:workspaces) and w.closed_at is not null and m.status like 'INVITATION%';

-- what was mailed is known to be sent
select m.id from member m join invitation i on i.id = m.id
where m.workspace in (:workspaces) and m.status = 'INVITATION_SENT' and i.mail_state <> 'SENT';

-- no change of a member hangs
select proc_inst_id_ from act_ru_execution where tenant_id_ in (:tenants) and proc_def_id_ not like 'invitation:%';

-- no job was given up
select id_ from act_ru_job where tenant_id_ in (:tenants) and retries_ = 0;

-- history begins with an invitation, and only so
select h.id from history_entry h
where h.workspace in (:workspaces) and (h.action = 'INVITE' and h.status_before is not null or h.action <> 'INVITE' and h.status_before is null);

-- every entry begins where the one before has ended
select id from (
  select id, action, status_before, role_before, mini_programs_before, lag(status_after) over (partition by target order by position) as status,
    lag(role_after) over (partition by target order by position) as role,
    lag(mini_programs_after) over (partition by target order by position) as mini_programs
  from history_entry where workspace in (:workspaces)) h
where action <> 'INVITE' and (status is null or status <> status_before or role <> role_before or mini_programs <> mini_programs_before);

-- the last entry is what the list says
select m.id from member m join history_entry h on h.workspace = m.workspace and h.target = m.id
where m.workspace in (:workspaces) and h.position = (select max(position) from history_entry l where l.workspace = m.workspace and l.target = m.id)
  and (h.status_after is null or h.status_after <> m.status or h.role_after <> m.role);

-- who is on no list has a last entry that says so
select i.id from invitation i join history_entry h on h.workspace = i.workspace and h.target = i.id
where i.workspace in (:workspaces) and not exists (select 1 from member m where m.id = i.id) and h.status_after is not null
  and h.position = (select max(position) from history_entry l where l.workspace = i.workspace and l.target = i.id);

-- each mini program that somebody has is in their last entry, and no other
select m.id from member m join history_entry h on h.workspace = m.workspace and h.target = m.id
where m.workspace in (:workspaces) and h.position = (select max(position) from history_entry l where l.workspace = m.workspace and l.target = m.id)
  and (exists (select 1 from assignment a where a.member = m.id and h.mini_programs_after not like '%' || cast(a.mini_program as varchar(36)) || '%')
    or 37 * (select count(*) from assignment a where a.member = m.id) <> char_length(h.mini_programs_after) + case h.mini_programs_after when '' then 0 else 1 end);
