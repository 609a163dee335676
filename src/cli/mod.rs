//! The terminal: what the executable can be told to do.
//!
//! It speaks Spanish, as the people who install it do. Every failure is one sentence on standard error and a code other
//! than zero.

mod arguments;
mod demo;
mod import;
mod import_report;
mod password;
mod progress;

use std::{process::ExitCode, sync::Arc};

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::server::{self, Config};

/// Clientela: un CRM en un solo fichero.
#[derive(Parser)]
#[command(name = "clientela", version, about, long_about = None, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    config: Config,
}

#[derive(Subcommand)]
enum Verb {
    /// Sirve la aplicación (es lo que hace si no se dice nada)
    Serve(Config),
    /// Sirve una empresa de mentira, para probar: sin --data, en una carpeta temporal que se borra al salir
    Demo(demo::Demo),
    /// Importa ficheros CSV según un mapa que dice qué es cada columna
    Import(import::Import),
    /// Da una contraseña nueva a quien no puede entrar (con el programa parado)
    Password(password::ForgottenPassword),
}

/// What is logged when CLIENTELA_LOG does not say otherwise. The engine calls its own orderly end an error of its tasks, and
/// warns when its last handle goes after the runtime, as at the end it sometimes does: every commit is on the disk by then.
const LOG: &str = "warn,clientela=info,surrealdb_core::kvs::tasks=off,surrealkv::lsm=error";

/// Reads the arguments and does what they say.
#[must_use]
pub fn run() -> ExitCode {
    let mut arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => match arguments::refusal(&error) {
            Some(sentence) => return failed(&sentence),
            None => error.exit(),
        },
    };
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_env("CLIENTELA_LOG").unwrap_or_else(|_| EnvFilter::new(LOG)))
        .with_writer(std::io::stderr)
        .init();
    // The engine evaluates nested queries on the stack; its vendor asks for 10 MiB a thread.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(10 * 1024 * 1024)
        .build();
    let runtime = match runtime {
        Ok(runtime) => Arc::new(runtime),
        Err(error) => return failed(&format!("No se puede arrancar: {error}.")),
    };
    let lodging = match &mut arguments.verb {
        Some(Verb::Demo(asked)) => asked.lodge(),
        _ => Ok(None),
    };
    let folder = match lodging {
        Ok(folder) => folder,
        Err(error) => return failed(&error.to_string()),
    };
    let done: Result<(), String> = runtime.block_on(async {
        match arguments.verb {
            None => server::serve(arguments.config).await.map_err(|error| error.to_string()),
            Some(Verb::Serve(config)) => server::serve(config).await.map_err(|error| error.to_string()),
            Some(Verb::Demo(asked)) => asked.run().await.map_err(|error| error.to_string()),
            Some(Verb::Import(asked)) => import::run(asked).await.map_err(|error| error.to_string()),
            Some(Verb::Password(asked)) => password::run(asked).await.map_err(|error| error.to_string()),
        }
    });
    // The engine's own tasks end with the runtime; only then is the folder of a demo nobody's.
    drop(runtime);
    drop(folder);
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => failed(&sentence),
    }
}

fn failed(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
