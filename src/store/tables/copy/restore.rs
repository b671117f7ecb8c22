//! From a folder into an empty database. All files are looked through before the first row goes in, and again as they are read; what came in is verified by
//! whoever called, before it is a database that anybody opens.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::definitions::Kind;
use super::manifest::{self, Bestand, Manifest};
use super::table::{Table, tables};
use super::{Progress, RestoreError, TELL_ROWS};
use crate::store::crypto::{Keys, hex, unhex};
use crate::store::tables::rows::stored;
use crate::store::tables::verify::ketens;
use crate::store::tables::{Conn, Insert, Statement, Value, values};

/// Bytes of rows that are held in memory at a time, beside one of them.
const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Rows that are inserted at a time.
const BATCH_ROWS: usize = 1_000;
/// Numbers of chains that an export can have: one of each name that a node ever had. Where nodes get another name at each start that grows; what there
/// is of it is kept in memory while it is put back.
const KETENS_MAX: u64 = 1 << 20;

/// Nodes have their table in PostgreSQL only.
const INSERT_NODES: Insert = Insert {
    statement: Statement {
        sqlite: "",
        postgres: "insert into node (nr, name) select * from unnest($1::bigint[], $2::text[])",
    },
    group: None,
};

/// Into which kind of database.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Target {
    File,
    Postgres,
}

/// An export that is whole.
pub(crate) struct Copy {
    folder: PathBuf,
    pub(crate) manifest: Manifest,
    key_check: [u8; 32],
    /// When the installation was made, as it says itself.
    pub(crate) made_at: i64,
    /// The chains of the trail, each with the name of its node.
    nodes: Vec<(u64, String)>,
}

impl Copy {
    /// Looks through the export in `folder`: whether it is whole, unchanged, and under this key.
    pub(crate) fn open(folder: &Path, keys: &Keys) -> Result<Self, RestoreError> {
        let path = folder.join(manifest::FILE);
        let text = std::fs::read_to_string(&path)
            .map_err(|source| RestoreError::File { path: path.display().to_string(), source })?;
        let manifest = Manifest::read(&text, keys)?;
        let expected = ["installation", "node"].into_iter().chain(tables().iter().map(|table| table.name));
        let expected: BTreeSet<_> =
            expected.chain(["audit_head_key"]).map(|name| format!("{name}.jsonl")).collect();
        if manifest.bestanden.iter().map(|bestand| bestand.naam.clone()).collect::<BTreeSet<_>>() != expected
        {
            return Err(RestoreError::Manifest("names other files than an export has"));
        }
        for bestand in &manifest.bestanden {
            let mut lines = Lines::open(folder, bestand)?;
            while lines.next()?.is_some() {}
        }
        let mut copy =
            Self { folder: folder.to_owned(), manifest, key_check: [0; 32], made_at: 0, nodes: Vec::new() };
        copy.installation()?;
        if copy.key_check != keys.check() {
            return Err(RestoreError::OtherKey);
        }
        copy.nodes()?;
        Ok(copy)
    }

    fn lines(&self, table: &str) -> Result<Lines, RestoreError> {
        let naam = format!("{table}.jsonl");
        let bestand = self.manifest.bestanden.iter().find(|bestand| bestand.naam == naam);
        Lines::open(&self.folder, bestand.ok_or(RestoreError::Manifest("lacks a file"))?)
    }

    fn installation(&mut self) -> Result<(), RestoreError> {
        let mut lines = self.lines("installation")?;
        let line = lines.next()?.and_then(|line| serde_json::from_str::<Json>(line).ok());
        let key_check =
            line.as_ref().and_then(|line| unhex(line.get("key_check")?.as_str()?)?.try_into().ok());
        let made_at = line.as_ref().and_then(|line| line.get("made_at")?.as_i64());
        let (Some(key_check), Some(made_at)) = (key_check, made_at) else { return Err(lines.unreadable()) };
        (self.key_check, self.made_at) = (key_check, made_at);
        Ok(())
    }

    fn nodes(&mut self) -> Result<(), RestoreError> {
        let mut lines = self.lines("node")?;
        loop {
            let Some(line) = lines.next()? else { return Ok(()) };
            let line: Option<Json> = serde_json::from_str(line).ok();
            let keten =
                line.as_ref().and_then(|line| line.get("keten")?.as_u64()).filter(|nr| *nr < KETENS_MAX);
            let name = line.as_ref().and_then(|line| line.get("name")?.as_str());
            let (Some(keten), Some(name)) = (keten, name) else { return Err(lines.unreadable()) };
            self.nodes.push((keten, name.to_owned()));
        }
    }

    /// The number that each chain has there: that of a file is nobody's in PostgreSQL, and gets one that is free.
    fn numbers(&self, target: Target) -> BTreeMap<i64, i64> {
        let taken: BTreeSet<u64> = self.nodes.iter().map(|(nr, _)| *nr).collect();
        let free = (1..).find(|nr| !taken.contains(nr)).unwrap_or(0);
        let there = |nr: u64| if target == Target::Postgres && nr == 0 { free } else { nr };
        self.nodes.iter().map(|(nr, _)| (stored(*nr), stored(there(*nr)))).collect()
    }
}

/// Puts all rows of `copy` into the empty tables of a database, and sees whether feed and trail end where they did.
pub(crate) async fn load<C: Conn>(
    conn: &mut C,
    copy: &Copy,
    target: Target,
    progress: Progress<'_>,
) -> Result<(), RestoreError> {
    let numbers = copy.numbers(target);
    if target == Target::Postgres {
        let nodes =
            copy.nodes.iter().map(|(nr, name)| values![numbers.get(&stored(*nr)).copied(), name.as_str()]);
        conn.insert(INSERT_NODES, nodes.collect()).await?;
    }
    for table in tables() {
        let in_keten = table.columns[0].0 == "keten";
        rows(conn, copy, table, in_keten.then_some(&numbers), &mut *progress).await?;
    }
    let there = ketens(conn).await?;
    let same = there.len() == copy.manifest.ketens.len()
        && copy.manifest.ketens.iter().all(|einde| {
            there.iter().any(|found| {
                (found.link, found.lines, hex(&found.chain).as_str(), found.node.as_str())
                    == (einde.link, einde.n, einde.chain.as_str(), einde.node.as_str())
            })
        });
    if same { Ok(()) } else { Err(RestoreError::Manifest("tells of another end of the trail")) }
}

async fn rows<C: Conn>(
    conn: &mut C,
    copy: &Copy,
    table: &'static Table,
    numbers: Option<&BTreeMap<i64, i64>>,
    progress: Progress<'_>,
) -> Result<(), RestoreError> {
    let mut lines = copy.lines(table.name)?;
    let (mut batch, mut bytes, mut done) = (Vec::new(), 0, 0_u64);
    loop {
        let line = match lines.next()? {
            Some(line) => {
                bytes += line.len();
                let row = row_of(table, line, numbers);
                Some(row.ok_or_else(|| lines.unreadable())?)
            }
            None => None,
        };
        let end = line.is_none();
        batch.extend(line);
        if end || batch.len() == BATCH_ROWS || bytes >= BATCH_BYTES {
            let count = batch.len() as u64;
            let inserted = conn.insert(table.insert, std::mem::take(&mut batch)).await?;
            if inserted != count {
                return Err(lines.unreadable());
            }
            let before = done;
            (bytes, done) = (0, done + count);
            if end || before / TELL_ROWS != done / TELL_ROWS {
                progress(table.name, done);
            }
        }
        if end {
            return Ok(());
        }
    }
}

/// A row from its line; `None` when it is not one of this table.
fn row_of(table: &Table, line: &str, numbers: Option<&BTreeMap<i64, i64>>) -> Option<Vec<Value>> {
    let Ok(Json::Object(mut fields)) = serde_json::from_str(line) else { return None };
    let mut row = Vec::with_capacity(table.columns.len());
    for (place, (name, kind)) in table.columns.iter().enumerate() {
        let value = match (kind, fields.remove(*name)?) {
            (Kind::Number | Kind::Signed, Json::Null) => Value::Long(None),
            (Kind::Text, Json::Null) => Value::Text(None),
            (Kind::Bytes, Json::Null) => Value::Bytes(None),
            (Kind::Number, Json::Number(number)) => {
                let number = number.as_i64().filter(|number| *number >= 0)?;
                let number = match numbers.filter(|_| place == 0) {
                    Some(numbers) => *numbers.get(&number)?,
                    None => number,
                };
                Value::Long(Some(number))
            }
            (Kind::Signed, Json::Number(number)) => Value::Long(Some(number.as_i64()?)),
            (Kind::Text, Json::String(text)) => Value::Text(Some(text)),
            (Kind::Bytes, Json::String(text)) => Value::Bytes(Some(unhex(&text)?)),
            (Kind::Number | Kind::Signed | Kind::Text | Kind::Bytes, _) => return None,
        };
        row.push(value);
    }
    fields.is_empty().then_some(row)
}

/// The lines of a file, held against what the manifest says of it.
struct Lines {
    bestand: Bestand,
    file: BufReader<File>,
    sha: Sha256,
    rows: u64,
    bytes: u64,
    line: String,
}

impl Lines {
    fn open(folder: &Path, bestand: &Bestand) -> Result<Self, RestoreError> {
        let path = folder.join(&bestand.naam);
        let file = File::open(&path)
            .map_err(|source| RestoreError::File { path: path.display().to_string(), source })?;
        let bestand = bestand.clone();
        let file = BufReader::with_capacity(256 * 1024, file);
        Ok(Self { bestand, file, sha: Sha256::new(), rows: 0, bytes: 0, line: String::new() })
    }

    /// The next line, without its end. After the last one the file is known to be the one that was written.
    fn next(&mut self) -> Result<Option<&str>, RestoreError> {
        self.line.clear();
        let read = self.file.read_line(&mut self.line);
        let read = read.map_err(|source| {
            if source.kind() == ErrorKind::InvalidData {
                self.changed()
            } else {
                RestoreError::File { path: self.bestand.naam.clone(), source }
            }
        })?;
        if read == 0 {
            return self.whole().map(|()| None);
        }
        self.sha.update(self.line.as_bytes());
        self.bytes += read as u64;
        if !self.line.ends_with('\n') {
            return Err(self.cut());
        }
        self.rows += 1;
        // A file that does not end is not read to its end.
        if self.bytes > self.bestand.bytes {
            return Err(self.changed());
        }
        Ok(Some(self.line.trim_end_matches('\n')))
    }

    fn whole(&self) -> Result<(), RestoreError> {
        if self.rows < self.bestand.rijen {
            return Err(self.cut());
        }
        let same =
            self.bytes == self.bestand.bytes && hex(&self.sha.clone().finalize()) == self.bestand.sha256;
        if same && self.rows == self.bestand.rijen { Ok(()) } else { Err(self.changed()) }
    }

    fn cut(&self) -> RestoreError {
        let Bestand { naam, rijen, .. } = &self.bestand;
        RestoreError::Cut { file: naam.clone(), found: self.rows, expected: *rijen }
    }

    fn changed(&self) -> RestoreError {
        RestoreError::Changed { file: self.bestand.naam.clone() }
    }

    fn unreadable(&self) -> RestoreError {
        RestoreError::Row { file: self.bestand.naam.clone(), row: self.rows }
    }
}
