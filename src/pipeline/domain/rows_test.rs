//! The rows of the table are the cards of the board, in whichever order.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;

use super::{Board, Card, Cell, Column, Filter, Order, Sort, Tally, board_test::board};
use crate::types::{Money, fold};

fn in_order(by: Column, descends: bool) -> (Board, Vec<std::sync::Arc<Card>>) {
    let board = board();
    let rows = board.rows(&Filter::default(), Order::Manual, Some(Sort { by, descends }));
    (board, rows)
}

#[test]
fn whatever_the_sort_every_card_is_there_once_and_what_is_empty_last() {
    for by in Column::iter() {
        for descends in [false, true] {
            let (board, rows) = in_order(by, descends);
            let ids: BTreeSet<_> = rows.iter().map(|card| card.id).collect();
            assert_eq!((rows.len(), ids.len()), (40, 40), "{by:?}");
            let is_empty = |card: &Card| board.cell(card, by) == Cell::Empty;
            assert!(rows.is_sorted_by_key(|card| is_empty(card)), "{by:?} {descends}");
        }
    }
}

#[test]
fn amounts_stand_by_their_size_names_by_their_letters_and_stages_as_they_follow() {
    let (_, rows) = in_order(Column::Amount, true);
    let cents: Vec<i64> = rows.iter().map(|card| card.amount.map_or(-1, Money::cents)).collect();
    assert!(cents.is_sorted_by(|a, b| a >= b));
    let (_, rows) = in_order(Column::Account, false);
    let names = rows.iter().filter_map(|card| card.account_name.as_ref());
    assert!(names.map(|name| fold(name.as_str())).is_sorted());
    let (board, rows) = in_order(Column::Stage, true);
    let positions = rows.iter().map(|card| board.stage(card.stage).unwrap().position);
    assert!(positions.is_sorted_by(|a, b| a >= b));
}

#[test]
fn without_a_sort_they_stand_as_on_the_board_and_add_up_to_its_columns() {
    let board = board();
    let filter = Filter {
        at_least: Some(Money::eur(5_000).unwrap()),
        ..Filter::default()
    };
    let rows = board.rows(&filter, Order::Manual, None);
    let shown = board.columns_as(&filter, Order::Manual);
    let columns: Vec<_> = board.open_stages().flat_map(|stage| shown[&stage.id].clone()).collect();
    assert!(!rows.is_empty() && rows.len() < 40);
    assert_eq!(rows, columns);
    let by_columns = shown.values().map(Tally::of).fold(Tally::default(), Tally::plus);
    assert_eq!(Tally::of(&rows), by_columns);
    let by_amount = board.rows(&filter, Order::Amount, None);
    assert!(by_amount.is_sorted_by(|a, b| a.amount.map(Money::cents) >= b.amount.map(Money::cents)));
}
