// The journal in PostgreSQL, read as an administrator reads it, and the ledgers of those who worked held against it. What was said stands
// closed in it; who, what kind, which command and in which order is to be read.

const hex = id => id.replaceAll('-', '')
const stream = topic => hex(/^[a-z]+\/([0-9a-f-]+)/.exec(topic)[1])

export class Recorded {
  static async read (postgres) {
    const recorded = new Recorded()
    const line = await postgres.line()
    // All of one moment.
    await line.ask('begin isolation level repeatable read, read only')
    recorded.broken = []
    for (const [what, sql] of DENSE) for (const [where] of await line.ask(sql)) recorded.broken.push(`${what}: ${where}`)
    recorded.events = new Map()
    recorded.commands = new Map()
    for (const [id, version, soort, command] of await line.ask("select encode(stream, 'hex'), version, soort, encode(cmd_id, 'hex') from event order by position")) {
      const event = { stream: id, version: Number(version), soort, command }
      recorded.events.set(`${id} ${version}`, event)
      if (!recorded.commands.has(command)) recorded.commands.set(command, [])
      recorded.commands.get(command).push(event)
    }
    recorded.answered = new Set((await line.ask("select encode(cmd_id, 'hex') from command")).map(([id]) => id))
    line.end()
    return recorded
  }

  /** What the ledger of commands says and the journal does not. */
  missing (ledger) {
    const missing = []
    for (const { key, job, done, topic, v } of ledger) {
      const events = this.commands.get(hex(key)) ?? []
      if (done !== undefined && (events.length === 0 || !this.answered.has(hex(key)))) missing.push(`acknowledged ${job.kind} ${key}`)
      if (topic === undefined) continue
      const there = events.filter(event => event.stream === stream(topic))
      if (there.length > 1) missing.push(`double ${job.kind} ${key}: ${there.map(event => event.version)}`)
      if (v !== undefined && there.length === 1 && there[0].version !== v) missing.push(`${job.kind} ${key} was answered ${v} and stands at ${there[0].version}`)
    }
    return missing
  }

  /** What somebody was shown and the journal does not have so. */
  unseen (followers) {
    const gone = []
    for (const follower of followers) {
      for (const { topic, told } of follower.topics.values()) {
        for (const { v, k } of told) {
          const event = this.events.get(`${stream(topic)} ${v}`)
          if (v > 0 && (event === undefined || (k !== undefined && event.soort !== k))) gone.push(`seen ${topic} ${v} ${k ?? ''}: ${event?.soort ?? 'nothing'}`)
        }
      }
    }
    return gone
  }

  /** Events of these streams, of the kinds that people at work made, that none of them asked for. */
  strange (ledger, topics) {
    const keys = new Set(ledger.map(({ key }) => hex(key)))
    const streams = new Set(topics.map(stream))
    const there = [...this.events.values()].filter(event => streams.has(event.stream))
    const kinds = new Set(there.filter(event => keys.has(event.command)).map(event => event.soort))
    return there.filter(event => kinds.has(event.soort) && !keys.has(event.command)).map(event => `${event.soort} ${event.version}`)
  }
}

/** Each names what is not as it should be; nothing is named when all is. */
const DENSE = [
  ['versions with a hole', `select kind || ' ' || encode(stream, 'hex') || ' ' || count(*) || ' of ' || max(version)
    from event group by gemeente, kind, stream having count(*) <> max(version) or min(version) <> 1`],
  ['a head that is elsewhere', `select h.kind || ' ' || encode(h.stream, 'hex') || ' ' || h.version from stream_head h
    left join (select gemeente, kind, stream, max(version) as version from event group by 1, 2, 3) e using (gemeente, kind, stream) where h.version is distinct from e.version`],
  ['a feed that is not in order', `select kind || ' ' || encode(stream, 'hex') || ' ' || version from
    (select *, lag(position) over (partition by gemeente, kind, stream order by version) as before from event) e where before >= position`],
  ['a document with a hole', `select encode(d.document, 'hex') || ' ' || d.seq from document d where d.seq <>
    (select count(*) from document_row r where r.gemeente = d.gemeente and r.document = d.document) +
    (select coalesce(sum(c.seq_last - c.seq_first + 1), 0) from document_chunk c where c.gemeente = d.gemeente and c.document = d.document)`],
  ['events of a command that was never answered', `select distinct e.soort || ' ' || encode(e.cmd_id, 'hex') from event e
    where not exists (select 1 from command c where c.gemeente = e.gemeente and c.cmd_id = e.cmd_id)`],
  ['a letter that was made twice', `select encode(stream, 'hex') || ' ' || count(*) from event where soort = 'BriefGemaakt' group by gemeente, stream having count(*) > 1`],
  ['a chain of the trail with a hole', `select node || ' ' || link from
    (select node, link, lag(link) over (partition by node order by link) as before from audit_link) l where before is not null and link <> before + 1`]
]
