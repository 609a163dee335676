//! The pages before anybody is signed in.

mod desk;
mod door;
mod set_up;
mod sign_in;

pub use set_up::SetUpPage;
pub use sign_in::SignInPage;
