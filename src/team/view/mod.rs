//! The pages before anybody is signed in, and the one of what the administrator decides.

mod desk;
mod door;
mod set_up;
mod settings;
mod sign_in;

pub use set_up::SetUpPage;
pub use settings::SettingsPage;
pub use sign_in::SignInPage;
