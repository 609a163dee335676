//! The board and the forms around it.

mod bar;
mod board_page;
mod carry;
mod chosen;
mod closing;
mod drag;
mod ear;
mod field;
mod forecast;
mod glide;
mod head;
mod keys;
mod live;
mod menu_button;
mod mix;
mod move_form;
mod move_menu;
mod move_page;
mod mover;
mod new_page;
mod new_pipeline_page;
mod pane;
mod panel;
mod pipelines;
mod question;
mod quick;
mod table;
mod ticket;
mod tray;
mod watchers;

pub use board_page::BoardPage;
pub use move_page::MovePage;
pub use new_page::NewOpportunityPage;
pub use new_pipeline_page::NewPipelinePage;
pub use table::TablePage;
