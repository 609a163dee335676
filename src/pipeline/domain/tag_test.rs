//! What a tag is, and a set of them.

use std::{collections::HashSet, sync::Arc};

use proptest::prelude::*;

use super::{Tag, Tags, board_test::board};
use crate::types::Invalid;

fn tag(text: &str) -> Tag {
    Tag::parse(text).unwrap()
}

#[test]
fn a_tag_is_one_short_line_without_commas() {
    assert_eq!(tag("  Grupo \t Inditex\u{a0}").as_str(), "Grupo Inditex");
    assert_eq!(tag(&"ñ".repeat(30)).as_str().chars().count(), 30);
    assert_eq!(Tag::parse(&"ñ".repeat(31)).unwrap_err(), Invalid::TooLong { max: 30 });
    assert_eq!(Tag::parse(" \n ").unwrap_err(), Invalid::Empty);
    assert_eq!(Tag::parse("a,b").unwrap_err(), Invalid::Comma);
    assert_eq!(Tag::parse("a\0b").unwrap_err(), Invalid::ControlCharacter);
}

#[test]
fn neither_case_nor_accents_make_another_tag_and_the_first_spelling_stays() {
    assert_eq!(tag("Licitación"), tag("LICITACION"));
    let tags = Tags::read("urgente, Licitación,licitacion,URGENTE,,x,\u{7}");
    assert_eq!(tags.joined(","), "Licitación,urgente,x");
    assert!(tags.hold(&Tags::read("X,Urgente")) && !tags.hold(&Tags::read("x,otra")));
    assert_eq!(tags.without(&tag("URGENTE")).joined(", "), "Licitación, x");
}

#[test]
fn ten_are_as_many_as_fit() {
    let ten = Tags::read("a,b,c,d,e,f,g,h,i,j,k");
    assert_eq!(ten.joined(""), "abcdefghij");
    assert_eq!(ten.with(&tag("k")), Err(Invalid::TooMany { max: 10 }));
    assert_eq!(ten.with(&tag("A")), Ok(ten.clone()), "it is there already");
    let eleven = serde_json::to_string(&('a'..='k').collect::<Vec<_>>()).unwrap();
    assert!(serde_json::from_str::<Tags>(&eleven).is_err());
}

#[test]
fn what_is_in_use_is_said_once() {
    let mut board = board();
    for (card, tags) in board.cards.iter_mut().zip(
        ["Urgente,vip", "urgente", "Ágora"]
            .into_iter()
            .chain(std::iter::repeat("")),
    ) {
        Arc::make_mut(card).tags = Tags::read(tags);
    }
    let used: Tags = board.tags_in_use().into_iter().collect();
    assert_eq!(used.joined(","), "Ágora,Urgente,vip");
}

proptest! {
    #[test]
    fn what_is_read_reads_again(text in "\\PC{0,40}|[ a-zÁñ,\t\u{0}]{0,34}") {
        if let Ok(tag) = Tag::parse(&text) {
            prop_assert_eq!(Tag::parse(tag.as_str()).map(String::from), Ok(tag.to_string()));
            let json = serde_json::to_string(&tag).unwrap();
            prop_assert_eq!(serde_json::from_str::<Tag>(&json).unwrap(), tag.clone());
            let loud = Tag::parse(&tag.as_str().to_lowercase());
            if let Ok(loud) = loud {
                let both: HashSet<Tag> = [tag.clone(), loud.clone()].into();
                prop_assert_eq!(both.len(), if tag == loud { 1 } else { 2 });
            }
        }
    }

    #[test]
    fn a_set_does_not_know_in_which_order_it_was_made(words in prop::collection::vec("[a-dA-Dá]{1,2}", 0..14)) {
        let tags: Tags = words.iter().map(|word| tag(word)).collect();
        let again: Tags = tags.iter().rev().cloned().collect();
        prop_assert_eq!(&again, &tags);
        prop_assert_eq!(Tags::read(&tags.joined(",")), tags.clone());
        prop_assert!(tags.iter().count() <= 10 && tags.iter().is_sorted());
        for tag in tags.iter() {
            prop_assert!(!tags.without(tag).contains(tag));
            prop_assert_eq!(tags.without(tag).with(tag).unwrap(), tags.clone());
        }
    }
}
