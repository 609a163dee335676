//! Configuration: the defaults of the embedded `Leptos.toml`, then `CLIENTELA_*` variables, then flags.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use clap::{Args, builder::FalseyValueParser};

/// How the program serves. Every value has a flag, a variable and a default.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Dirección en la que escucha (si no se dice, la de Leptos.toml: 127.0.0.1:3000)
    #[arg(long, env = "CLIENTELA_ADDR")]
    pub addr: Option<SocketAddr>,

    /// Base de datos: surrealkv://CARPETA, mem:// (se pierde al cerrar) o ws://usuario:contraseña@servidor. Va antes que --data
    #[arg(long, env = "CLIENTELA_DB")]
    pub db: Option<String>,

    /// Carpeta de datos (equivale a --db surrealkv://CARPETA?sync=every). Si no se dice: «data»; la demostración, una temporal
    #[arg(long, env = "CLIENTELA_DATA_DIR")]
    pub data: Option<PathBuf>,

    /// La dirección pública es https: las cookies solo viajan cifradas
    #[arg(long, env = "CLIENTELA_HTTPS", value_parser = FalseyValueParser::new())]
    pub https: bool,

    /// Servidor de correo para los recordatorios: smtps://usuario:contraseña@servidor, o smtp://…:587?tls=required. Sin él no se envía nada
    #[arg(long, env = "CLIENTELA_MAIL", hide_env_values = true)]
    pub mail: Option<String>,

    /// De parte de quién salen los correos: «Clientela <avisos@empresa.example>»
    #[arg(long, env = "CLIENTELA_MAIL_FROM")]
    pub mail_from: Option<String>,

    /// La dirección pública de este programa, para los enlaces de los correos: https://crm.empresa.example
    #[arg(long, env = "CLIENTELA_PUBLIC_URL")]
    pub public_url: Option<String>,
}

impl Config {
    /// The folder of the embedded database, where no other database is named.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        self.data.as_deref().unwrap_or(Path::new("data"))
    }

    /// The database this configuration names. Every commit of the embedded engine reaches the disk before it is answered.
    #[must_use]
    pub fn data_url(&self) -> String {
        match &self.db {
            Some(url) => url.clone(),
            None => format!("surrealkv://{}?sync=every", self.data_folder().display()),
        }
    }
}
