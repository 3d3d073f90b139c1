-- The member list is read by name, page after page; a page must not cost more where there are a million rows.
create index member_by_name on member (workspace, name, id);
