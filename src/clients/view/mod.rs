//! The pages of the clients.

mod account;
mod buying_centre;
mod composer;
mod facts;
mod list;
mod new_page;
mod summary;
mod suspects;

pub use account::AccountPage;
pub use buying_centre::person;
pub use list::AccountsPage;
pub use new_page::NewAccountPage;
pub use suspects::Suspects;
