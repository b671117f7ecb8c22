//! The server as it is, with a policy that can be changed while it runs: one cell of the copy that it has loaded, for who has to notice.
//!
//! Who tests speaks over the Unix socket that `KT_BELEID` names, a line at a time: `cellen` is answered with every cell and what it
//! says, and a full stop; `zet CEL TOEGANG` begins with the policy as it is and changes that one cell; `terug` goes back.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::ExitCode;
use std::sync::{LazyLock, PoisonError, RwLock};

use keukentafel::domain::bevoegdheid::{Beleid, Toegang, beleid_van};

/// The copy that this server has loaded. Those before stay in memory: a few hundred in a proof.
static GELADEN: LazyLock<RwLock<&'static Beleid>> =
    LazyLock::new(|| RwLock::new(eigen(Beleid::uit_lijnen())));

fn eigen(beleid: Beleid) -> &'static Beleid {
    Box::leak(Box::new(beleid))
}

fn laad(beleid: Beleid) {
    *GELADEN.write().unwrap_or_else(PoisonError::into_inner) = eigen(beleid);
}

fn main() -> ExitCode {
    beleid_van(|| *GELADEN.read().unwrap_or_else(PoisonError::into_inner));
    keukentafel_web::met_collegas();
    if let Some(path) = std::env::var_os("KT_BELEID") {
        // It is there still after a restart that the proof itself caused.
        drop(std::fs::remove_file(&path));
        match UnixListener::bind(&path) {
            Ok(listener) => drop(std::thread::spawn(move || answer_all(&listener))),
            Err(e) => {
                eprintln!("keukentafel-beleid: {}: {e}", path.display());
                return ExitCode::FAILURE;
            }
        }
    }
    keukentafel_web::program::main()
}

fn answer_all(listener: &UnixListener) {
    for stream in listener.incoming().flatten() {
        // Whoever hangs up is done asking.
        drop(answer(&stream));
    }
}

fn answer(stream: &UnixStream) -> std::io::Result<()> {
    let mut out = stream;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        let words: Vec<_> = line.split(' ').collect();
        match words.as_slice() {
            ["cellen"] => {
                for (cel, toegang) in Beleid::uit_lijnen().cellen() {
                    writeln!(out, "{} {}", cel.word(), toegang.word())?;
                }
                writeln!(out, ".")?;
            }
            ["zet", cel, toegang] => writeln!(out, "{}", if zet(cel, toegang) { "goed" } else { "fout" })?,
            ["terug"] => {
                laad(Beleid::uit_lijnen());
                writeln!(out, "goed")?;
            }
            _ => writeln!(out, "fout")?,
        }
    }
    Ok(())
}

fn zet(cel: &str, toegang: &str) -> bool {
    let step = Toegang::ALLE.into_iter().find(|one| one.word() == toegang);
    let changed = step.and_then(|step| Beleid::uit_lijnen().met(cel, step));
    changed.map(laad).is_some()
}
