use proptest::prelude::*;

use super::*;
use crate::types::{Email, Nif, Phone};

/// The table: what each pair of names must be taken for.
const PAIRS: &str = include_str!("pairs.txt");

fn pairs() -> Vec<(NameLikeness, &'static str, &'static str)> {
    let lines = PAIRS.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let [verdict, one, other] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
            let verdict = match verdict {
                "same" => NameLikeness::Same,
                "alike" => NameLikeness::Alike,
                "other" => NameLikeness::Other,
                unknown => panic!("{unknown}"),
            };
            (verdict, one, other)
        })
        .collect()
}

#[test]
fn every_pair_of_the_table_is_taken_for_what_it_is() {
    let wrong: Vec<String> = pairs()
        .into_iter()
        .filter_map(|(wanted, one, other)| {
            let (one, other) = (NameKey::of(one), NameKey::of(other));
            let found = one.likeness(&other);
            (found != wanted || other.likeness(&one) != wanted)
                .then(|| format!("{one:?} | {other:?}: {found:?}, not {wanted:?}"))
        })
        .collect();
    assert!(pairs().len() >= 150, "only {} pairs", pairs().len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_the_same_is_found_by_its_key_and_most_of_what_is_alike_by_its_sound() {
    let (mut alike, mut found) = (0, 0);
    for (verdict, one, other) in pairs() {
        let (one, other) = (NameKey::of(one), NameKey::of(other));
        match verdict {
            NameLikeness::Same => assert_eq!(one.key(), other.key()),
            NameLikeness::Alike => {
                alike += 1;
                found += u32::from(one.sound() == other.sound());
            }
            NameLikeness::Other => {}
        }
    }
    assert!(found * 4 >= alike * 3, "only {found} of {alike}");
}

fn firm(name: &str, nif: &str, phone: &str, email: &str, web: &str) -> Traits {
    let web = Some(web).filter(|web| !web.is_empty());
    Traits::of(
        name,
        Nif::parse(nif).ok(),
        Phone::parse(phone).into_iter().collect(),
        Email::parse(email).into_iter().collect(),
        web,
    )
}

#[test]
fn evidence_is_told_with_the_strongest_first_and_weighed_together() {
    let ronda = firm("Talleres Ronda", "B12345674", "612345678", "info@ronda.es", "");
    let of = |other: &Traits| (ronda.evidence(other), Verdict::of(&ronda.evidence(other)));
    let (evidence, verdict) = of(&firm("Otra cosa", "b-12345674", "", "", ""));
    assert_eq!((evidence, verdict), (vec![Evidence::SameNif], Verdict::Same));
    let (evidence, verdict) = of(&firm("Ventas", "", "", "otra@gmail.com", "https://www.ronda.es/"));
    assert_eq!((evidence, verdict), (vec![Evidence::SameDomain], Verdict::Likely));
    let (evidence, verdict) = of(&firm("Taller Ronda SL", "", "+34 612 345 678", "", ""));
    assert_eq!(
        (evidence, verdict),
        (vec![Evidence::SamePhone, Evidence::AlikeName], Verdict::Same)
    );
    let (evidence, verdict) = of(&firm("Pinturas Ronda", "", "699999999", "ronda@gmail.com", ""));
    assert_eq!((evidence, verdict), (vec![], Verdict::No));
}

#[test]
fn a_public_domain_is_no_evidence_and_neither_is_a_gestoria_that_two_firms_share() {
    let one = firm("Bar Central", "", "", "bar@gmail.com", "");
    assert_eq!(one.evidence(&firm("Otra", "", "", "otra@gmail.com", "")), vec![]);
    // With a NIF each, what they share is their adviser's phone.
    let one = firm("Bar Central", "B12345674", "612345678", "", "");
    let other = firm("Otra", "A58818501", "612345678", "", "");
    assert!(one.nif.is_some() && other.nif.is_some());
    assert_eq!(one.evidence(&other), vec![]);
    // A NIF may be mistyped: the same name is told, and is not enough.
    let namesake = firm("BAR CENTRAL SL", "A58818501", "", "", "");
    let evidence = one.evidence(&namesake);
    assert_eq!(evidence, vec![Evidence::SameName, Evidence::OtherNif]);
    assert_eq!(Verdict::of(&evidence), Verdict::Likely);
}

#[test]
fn who_has_something_in_common_has_a_mark_in_common() {
    let ronda = firm("Talleres Ronda", "B12345674", "612345678", "info@ronda.es", "");
    for other in [
        firm("Otra", "b-12345674", "", "", ""),
        firm("RONDA, talleres S.L.", "", "", "", ""),
        firm("Otra", "", "+34 612 345 678", "", ""),
        firm("Otra", "", "", "INFO@ronda.es", ""),
        firm("Otra", "", "", "", "www.ronda.es"),
        firm("Taller Ronda", "", "", "", ""),
    ] {
        assert!(!ronda.evidence(&other).is_empty());
        assert!(meet(&ronda.clues(), &other.clues()), "{other:?}");
    }
    assert!(!meet(&ronda.clues(), &firm("", "", "", "a@gmail.com", "").clues()));
}

fn meet(one: &[Clue], other: &[Clue]) -> bool {
    one.iter().any(|it| other.contains(it))
}

proptest! {
    #[test]
    fn order_accents_case_and_form_change_nothing(
        mut words in prop::collection::vec("[a-záéíóúñ]{4,9}", 1..5),
        form in prop::sample::select(vec!["", ", S.L.", " SL", " S. A.", ", S.L.U.", " S. Coop."]),
        turns in 0usize..4,
    ) {
        let name = words.join(" ");
        let turn = turns % words.len();
        words.rotate_left(turn);
        // A word that happens to be a form at the end of one of both is no subject here.
        prop_assume!(words.iter().all(|word| word != "coop" && word != "slne"));
        let other = format!("{}{form}", words.join(" y ").to_uppercase());
        let (one, other) = (NameKey::of(&name), NameKey::of(&other));
        prop_assert_eq!(one.likeness(&other), NameLikeness::Same);
        prop_assert_eq!(one.key(), other.key());
        prop_assert_eq!(one.sound(), other.sound());
    }

    #[test]
    fn likeness_is_mutual_and_of_one_kind_with_the_key(one in "\\PC{0,24}", other in "\\PC{0,24}") {
        let (one, other) = (NameKey::of(&one), NameKey::of(&other));
        prop_assert_eq!(one.likeness(&other), other.likeness(&one));
        if one.likeness(&other) == NameLikeness::Same {
            prop_assert_eq!(one.key(), other.key());
        }
        prop_assert_eq!(one.likeness(&one) == NameLikeness::Same, !one.key().is_empty());
    }
}
