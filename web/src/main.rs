//! The binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    keukentafel_web::program::main()
}
