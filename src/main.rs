//! The executable: everything is in the library.

/// What somebody is shown is thousands of small pieces: with this one a page takes two thirds of the time that it takes with the
/// allocator of the C library, and the index of a million entries is filled in two thirds as well (benches/RESULTS.md).
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    clientela::cli::run()
}
