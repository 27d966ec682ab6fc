//! The program `kengen`. Everything is in the library; see `kengen::cli`.

use std::process::ExitCode;

/// Every command builds or reads one graph of very many small pieces, on which the system's allocator spends a tenth more.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kengen::cli::run_process()
}
