//! The server as it is, with every byte on its heap counted: how much lives, and how much lived at the most since somebody asked.
//!
//! Who tests asks over the Unix socket that `KT_TELLER` names, outside the server's own threads and without the heap: `n` begins anew
//! from what lives now; any other byte is answered with a line `live most`, in bytes above that beginning. What C code takes by itself
//! (SQLite, zstd) is not in it; `VmRSS` has that.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::ExitCode;

use peak_alloc::PeakAlloc;

#[global_allocator]
static COUNTED: PeakAlloc = PeakAlloc;

fn main() -> ExitCode {
    if let Some(path) = std::env::var_os("KT_TELLER") {
        // It is there still after a crash that the proof itself caused.
        drop(std::fs::remove_file(&path));
        match UnixListener::bind(&path) {
            Ok(listener) => drop(std::thread::spawn(move || answer_all(&listener))),
            Err(e) => {
                eprintln!("keukentafel-geteld: {}: {e}", path.display());
                return ExitCode::FAILURE;
            }
        }
    }
    keukentafel_web::program::main()
}

fn answer_all(listener: &UnixListener) {
    for stream in listener.incoming().flatten() {
        // Whoever hangs up is done asking.
        drop(answer(stream));
    }
}

fn answer(mut stream: UnixStream) -> std::io::Result<()> {
    let mut from = COUNTED.current_usage();
    let mut asked = [0];
    while stream.read(&mut asked)? == 1 {
        if asked == *b"n" {
            from = COUNTED.current_usage();
            COUNTED.reset_peak_usage();
        }
        let live = COUNTED.current_usage().cast_signed() - from.cast_signed();
        let most = COUNTED.peak_usage().saturating_sub(from);
        writeln!(stream, "{live} {most}")?;
    }
    Ok(())
}
