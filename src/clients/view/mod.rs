//! The pages of the clients.

mod account;
mod buying_centre;
mod composer;
mod facts;
mod list;
mod summary;

pub use account::AccountPage;
pub use buying_centre::person;
pub use list::AccountsPage;
