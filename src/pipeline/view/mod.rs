//! The board and the forms around it.

mod board_page;
mod closing;
mod drag;
mod glide;
mod move_form;
mod move_menu;
mod move_page;
mod mover;
mod new_page;
mod pane;
mod question;
mod ticket;
mod tray;

pub use board_page::BoardPage;
pub use move_page::MovePage;
pub use new_page::NewOpportunityPage;
