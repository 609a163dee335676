//! The build script: what must be there before the crate compiles.
//!
//! The server embeds `target/site`, which `scripts/assets.mjs` fills. An empty one stands in for it, so that clippy and
//! the tests compile before the front end has been built.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo:rerun-if-changed=scripts/build.rs");
    // The client is an ingredient of that folder: it must not be compiled again because the folder has changed.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        return;
    }
    println!("cargo:rerun-if-changed=target/site");
    // Cargo runs this in the package's own folder.
    let site = Path::new("target/site");
    let manifest = site.join("manifest.json");
    if !manifest.exists() {
        fs::create_dir_all(site).expect("target/site can be created");
        fs::write(&manifest, "{\"files\":{}}\n").expect("target/site/manifest.json can be written");
    }
}
