//! The walls of the architecture, read from the source itself.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A source file: where it is under `src`, and its text without what only its own tests see.
struct Source {
    path: String,
    text: String,
    lines: usize,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(&root().join("src"), &mut paths);
    let rust = paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let sources: Vec<Source> = rust
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source file");
            let lines = text.lines().count();
            let text = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .to_owned();
            let path = path.strip_prefix(root()).expect("under the root").display().to_string();
            Source { path, text, lines }
        })
        .collect();
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    sources
}

impl Source {
    /// Whether it is this part of a slice: `domain.rs`, or a file in `domain/`.
    fn is(&self, part: &str) -> bool {
        self.path.contains(&format!("/{part}/")) || self.path.ends_with(&format!("/{part}.rs"))
    }

    /// Whether only tests see it.
    fn is_test(&self) -> bool {
        self.path.ends_with("_test.rs") || self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Its lines of code, numbered, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .zip(1..)
            .map(|(line, number)| (number, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The lines that contain one of these, as `path:line: text`.
    fn with(&self, words: &[&str]) -> Vec<String> {
        let found = self
            .code()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

fn none(found: Vec<String>, why: &str) {
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

#[test]
fn the_domain_knows_neither_the_page_nor_the_database() {
    let found = sources()
        .into_iter()
        .filter(|it| it.is("domain") || it.path.starts_with("src/types/"))
        .filter(|it| !it.path.ends_with("_surreal.rs"));
    let words = [
        "leptos::",
        "leptos_",
        "surrealdb::",
        "axum::",
        "crate::server",
        "::store::",
        "web_sys",
    ];
    // The identifiers' database side has a file of its own, which `types/id.rs` names.
    none(found.flat_map(|it| it.with(&words)).collect(), "domain is pure");
}

#[test]
fn the_store_knows_no_page_and_the_page_no_store() {
    let all = sources();
    none(
        all.iter()
            .filter(|it| it.is("store"))
            .flat_map(|it| it.with(&["leptos::", "leptos_"]))
            .collect(),
        "store imports no leptos",
    );
    none(
        all.iter()
            .filter(|it| it.is("view"))
            .flat_map(|it| it.with(&["::store::", "surrealdb::"]))
            .collect(),
        "view asks its api",
    );
}

#[test]
fn only_api_has_server_functions() {
    let all = sources();
    none(
        all.iter()
            .filter(|it| !it.path.ends_with("/api.rs"))
            .flat_map(|it| it.with(&["#[server"]))
            .collect(),
        "only api.rs has #[server]",
    );
    assert!(
        all.iter()
            .filter(|it| it.path.ends_with("/api.rs"))
            .all(|it| !it.with(&["#[server"]).is_empty())
    );
}

#[test]
fn no_module_is_a_drawer() {
    let drawers = [
        "utils", "util", "helpers", "helper", "common", "services", "service", "models", "model", "misc", "manager",
    ];
    let is_drawer = |path: &str| {
        Path::new(path)
            .iter()
            .any(|part| drawers.contains(&part.to_string_lossy().trim_end_matches(".rs")))
    };
    none(
        sources()
            .into_iter()
            .map(|it| it.path)
            .filter(|path| is_drawer(path))
            .collect(),
        "a module is called after what it does",
    );
}

#[test]
fn files_are_short() {
    let mut all = sources();
    none(
        all.iter()
            .filter(|it| it.lines > 400)
            .map(|it| format!("{}: {}", it.path, it.lines))
            .collect(),
        "no file over 400 lines",
    );
    all.sort_by_key(|it| it.lines);
    assert!(
        all[all.len() / 2].lines < 100,
        "the median file has {} lines",
        all[all.len() / 2].lines
    );
}

#[test]
fn nothing_panics_on_purpose() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "#[allow",
    ];
    none(
        sources()
            .iter()
            .filter(|it| !it.is_test())
            .flat_map(|it| it.with(&words))
            .collect(),
        "an error is an answer",
    );
}

#[test]
fn no_path_of_somebodys_machine() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "scripts", "style", "benches"] {
        files(&root().join(folder), &mut paths);
    }
    // In two parts, so that this file is not one of them.
    let homes = [("/home", "/"), ("/Users", "/"), ("/root", "/.")].map(|(home, next)| format!("{home}{next}"));
    let of = |path: &PathBuf| fs::read_to_string(path).unwrap_or_default();
    let is_ours = |path: &PathBuf| !path.iter().any(|part| part == "node_modules");
    let found = paths
        .iter()
        .filter(|path| is_ours(path) && homes.iter().any(|home| of(path).contains(home)));
    none(
        found.map(|path| path.display().to_string()).collect(),
        "a path that only one machine has",
    );
}

#[test]
fn the_client_carries_no_server() {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments = [
        "tree",
        "--offline",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "hydrate",
    ];
    let tree = Command::new(cargo)
        .args(arguments)
        .args(["-e", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .expect("cargo tree");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8_lossy(&tree.stdout);
    assert!(
        text.lines().any(|line| line.starts_with("leptos ")),
        "the client's dependencies"
    );
    let server = [
        "surrealdb",
        "axum",
        "tokio",
        "hyper",
        "argon2",
        "tower-http",
        "rust-embed",
    ];
    let found = text.lines().filter(|line| {
        server
            .iter()
            .any(|name| line.starts_with(&format!("{name} ")) || line.starts_with("surreal"))
    });
    none(found.map(str::to_owned).collect(), "the client has no server in it");
}
