package roster.flow;

/** How the engine's tables say what this package counts. */
final class EngineHistory {

    /** Of each process its workspace, role and time as our own tables have them. What has no workspace was refused, or never was one of ours. */
    static final String FACTS = """
            select p.id_ as process_instance_id, p.proc_def_key_ as process,
                coalesce(i.workspace, cast(p.tenant_id_ as uuid)) as workspace,
                coalesce(i.role, (select coalesce(h.role_before, h.role_after) from history_entry h
                    where h.process_instance_id = p.id_ order by h.position limit 1)) as role,
                coalesce(i.requested_at, cast(p.start_time_ as timestamp with time zone)) as requested_at
            from act_hi_procinst p left join invitation i on i.process_instance_id = p.id_
            where p.tenant_id_ is not null""";

    /** State 1 is that of an event that ends its scope; the scope is the process where the parent is. */
    private static final String ENDS = "a.act_inst_state_ = 1 and a.parent_act_inst_id_ = a.proc_inst_id_";

    /** State 2 is an interruption; the engine also says so of a gateway whose event has happened. */
    private static final String INTERRUPTED = "a.act_inst_state_ = 2 and a.act_type_ <> 'eventBasedGateway'";

    /** To be grouped by the element, from {@code act_hi_actinst a}. */
    static final String PASSES = "a.act_id_ as element, sum(case when " + ENDS + " or " + INTERRUPTED
            + " then 0 else 1 end) as passed, sum(case when " + ENDS + " then 1 else 0 end) as ended";

    /** What is over, without the frames that the engine puts around repeated elements. */
    static final String OVER = "a.end_time_ is not null and a.act_type_ <> 'multiInstanceBody'";

    private EngineHistory() {}
}
