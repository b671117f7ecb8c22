//! From a database into a folder, a page at a time. Nothing is verified: what is damaged is worth a copy too.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::definitions::Kind;
use super::heads::key_line;
use super::manifest::{self, Bestand, Einde, Manifest, Unsigned};
use super::table::{Table, tables};
use super::{APPLIED, INSTALLATION, Progress, TELL_ROWS};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::Fault;
use crate::store::admit::document_stream;
use crate::store::crypto::{Keys, hex};
use crate::store::tables::rows::{LogRow, key, log_rows};
use crate::store::tables::verify::ketens;
use crate::store::tables::{Columns, Conn, Value, values};

/// Rows of one document that are held in memory at a time.
const DOCUMENT_ROWS: usize = 1_000;

/// Writes every table into the new folder `to`, from the one moment that the caller reads at. `uit` names the kind of database.
pub(crate) async fn folder<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    (uit, at): (&'static str, Moment),
    to: &Path,
    progress: Progress<'_>,
) -> Result<Manifest, Fault> {
    let failed = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    std::fs::DirBuilder::new().mode(0o700).create(to).map_err(failed)?;
    let ours = conn.row(INSTALLATION, Vec::new()).await?;
    let ours = ours.ok_or_else(|| Fault::Corrupt("the database does not say which one it is".into()))?;
    let schema = conn.row(APPLIED, Vec::new()).await?.map_or(Ok(0), |row| row.long(0))?;
    let tijdperk = hex(ours.bytes(0)?);
    let line = format!(
        r#"{{"epoch":"{tijdperk}","key_check":"{}","made_at":{}}}"#,
        hex(ours.bytes(1)?),
        ours.long(2)?
    );
    let mut bestanden = vec![small(to, "installation", &[line])?];
    let einden: Vec<Einde> = ketens(conn)
        .await?
        .into_iter()
        .map(|end| Einde {
            keten: end.nr,
            node: end.node,
            link: end.link,
            n: end.lines,
            chain: hex(&end.chain),
        })
        .collect();
    let nodes: Vec<String> = einden
        .iter()
        .map(|einde| serde_json::json!({ "keten": einde.keten, "name": einde.node }).to_string())
        .collect();
    bestanden.push(small(to, "node", &nodes)?);
    let mut positie = 0;
    for table in tables() {
        let (bestand, last) = rows(conn, table, to, &mut *progress).await?;
        if table.name == "event" {
            positie = last;
        }
        bestanden.push(bestand);
    }
    bestanden.push(small(to, "audit_head_key", &[key_line(&keys.head().public())])?);
    let about = Unsigned { schema, uit, tijdperk, gemaakt_op: at, positie, ketens: einden, bestanden };
    let manifest = Manifest::signed(about, keys);
    let text =
        serde_json::to_string_pretty(&manifest).map_err(|error| Fault::Unavailable(error.to_string()))?;
    let mut file = new_file(&to.join(manifest::FILE)).map_err(failed)?;
    writeln!(file, "{text}").map_err(failed)?;
    finish(file).map_err(failed)?;
    File::open(to).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(manifest)
}

/// A file with lines, counted and hashed as it is written.
struct Out {
    naam: String,
    file: BufWriter<File>,
    sha: Sha256,
    rijen: u64,
    bytes: u64,
}

impl Out {
    fn new(to: &Path, table: &str) -> std::io::Result<Self> {
        let naam = format!("{table}.jsonl");
        let file = new_file(&to.join(&naam))?;
        Ok(Self { naam, file, sha: Sha256::new(), rijen: 0, bytes: 0 })
    }

    /// `line` ends with its newline.
    fn line(&mut self, line: &str) -> std::io::Result<()> {
        self.file.write_all(line.as_bytes())?;
        self.sha.update(line.as_bytes());
        self.rijen += 1;
        self.bytes += line.len() as u64;
        Ok(())
    }

    fn done(self) -> std::io::Result<Bestand> {
        finish(self.file)?;
        Ok(Bestand::new(self.naam, self.rijen, self.bytes, &self.sha.finalize().into()))
    }
}

fn small(to: &Path, table: &str, lines: &[String]) -> Result<Bestand, Fault> {
    let write = || {
        let mut out = Out::new(to, table)?;
        for line in lines {
            out.line(&format!("{line}\n"))?;
        }
        out.done()
    };
    write().map_err(|error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display())))
}

/// One table; answers the first column of its last row too.
async fn rows<C: Conn>(
    conn: &mut C,
    table: &'static Table,
    to: &Path,
    progress: Progress<'_>,
) -> Result<(Bestand, u64), Fault> {
    let failed = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    let mut out = Out::new(to, table.name).map_err(failed)?;
    let (mut after, mut last, mut line) = (table.start(), 0, String::new());
    loop {
        let mut asked = after.clone();
        asked.extend(values![table.page]);
        let found = conn.rows(table.select, asked).await?;
        for row in &found {
            line.clear();
            write_row(&mut line, table, row)?;
            out.line(&line).map_err(failed)?;
            if out.rijen.is_multiple_of(TELL_ROWS) {
                progress(table.name, out.rijen);
            }
        }
        let Some(end) = found.last() else { break };
        after = table.key.iter().map(|place| value(table, *place, end)).collect::<Result<_, _>>()?;
        if table.columns[0].1 == Kind::Number {
            last = end.number(0)?;
        }
    }
    progress(table.name, out.rijen);
    Ok((out.done().map_err(failed)?, last))
}

fn value(table: &Table, place: usize, row: &impl Columns) -> Result<Value, Fault> {
    Ok(match table.columns[place].1 {
        Kind::Number | Kind::Signed => Value::Long(row.maybe_long(place)?),
        Kind::Text => Value::Text(row.maybe_text(place)?.map(str::to_owned)),
        Kind::Bytes => Value::Bytes(row.maybe_bytes(place)?.map(<[u8]>::to_vec)),
    })
}

fn write_row(line: &mut String, table: &Table, row: &impl Columns) -> Result<(), Fault> {
    let word =
        |text: &str| serde_json::to_string(text).unwrap_or_else(|_| unreachable!("a text is always JSON"));
    for (place, (name, kind)) in table.columns.iter().enumerate() {
        let comma = if place == 0 { '{' } else { ',' };
        let told = match kind {
            Kind::Number | Kind::Signed => row.maybe_long(place)?.map(|value| value.to_string()),
            Kind::Text => row.maybe_text(place)?.map(word),
            Kind::Bytes => row.maybe_bytes(place)?.map(|bytes| format!("\"{}\"", hex(bytes))),
        };
        let done = write!(line, "{comma}\"{name}\":{}", told.as_deref().unwrap_or("null"));
        done.unwrap_or_else(|_| unreachable!("a text in memory takes more"));
    }
    line.push_str("}\n");
    Ok(())
}

/// Writes the log of one document, opened, into the new file `to`; answers how many rows.
pub(crate) async fn document<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    (gemeente, document): (GemeenteId, DocumentId),
    to: &Path,
) -> Result<u64, Fault> {
    let failed = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    let mut file = new_file(to).map_err(failed)?;
    let state = key(conn, keys, gemeente, document_stream(document)).await?;
    let mut after = 0;
    if let Some(key) = state.held() {
        loop {
            let rows = log_rows(conn, key, gemeente, document, after, DOCUMENT_ROWS).await?;
            for row in &rows {
                writeln!(file, "{}", log_line(row)).map_err(failed)?;
            }
            after += rows.len() as u64;
            if rows.len() < DOCUMENT_ROWS {
                break;
            }
        }
    }
    finish(file).map_err(failed)?;
    Ok(after)
}

fn log_line(row: &LogRow) -> serde_json::Value {
    serde_json::json!({
        "seq": row.header.seq,
        "door": row.header.door,
        "sessie": row.header.sessie,
        "at": row.header.at,
        "update": hex(&row.bytes),
    })
}

fn new_file(path: &Path) -> std::io::Result<BufWriter<File>> {
    File::options().write(true).create_new(true).mode(0o600).open(path).map(BufWriter::new)
}

fn finish(file: BufWriter<File>) -> std::io::Result<()> {
    file.into_inner()?.sync_all()
}
