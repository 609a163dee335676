//! What one is reminded of, on every page, and the page of how one wants to be.

mod bell;
mod mine;

pub use bell::{Bell, Ring, provide_ring};
pub use mine::MyRemindersPage;
