//! Finding, against looking at every row.

use proptest::prelude::*;

use super::{Index, Match, SHOWN, Told, typo};
use crate::{
    search::domain::{Kind, Query, Thing},
    team::domain::{Action, Belongs, Lens, Role, Subject, User},
    types::{AccountId, ContactId, Email, EntryId, MembershipId, Moment, OpportunityId, ShortText, UserId},
};

fn user(role: Role) -> User {
    User {
        id: UserId::fresh(),
        name: ShortText::parse("Lucía Peiró").unwrap(),
        email: Email::parse("lucia@marquesroig.example").unwrap(),
        roles: vec![role],
        departments: vec![],
        zones: vec![],
        active: true,
    }
}

fn of(owner: Option<UserId>) -> Belongs {
    Belongs {
        owner,
        department: None,
        zone: None,
    }
}

fn account(name: &str, at: i64) -> Told {
    let at = Moment::from_millis(at * 1_000).unwrap();
    Told::named(Thing::Account(AccountId::fresh()), of(None), name, at)
}

fn found(index: &Index, typed: &str, lens: &Lens) -> Vec<Thing> {
    let groups = index.look_for(&Query::read(typed), lens);
    groups.concat().iter().map(|it: &Match| it.thing).collect()
}

#[test]
fn words_in_any_order_pieces_of_numbers_and_slips_find_it() {
    let lens = Lens::of(&user(Role::Administrator));
    let mut index = Index::default();
    let ronda = account("Talleres Ronda S.L.", 1)
        .also(Some("Xàbia"))
        .code(Some("+34612345678"))
        .code(Some("B46123456"));
    let others = ["Talleres Vicent", "Náutica Xàbia S.A.", "Peña e Hijos"].map(|name| account(name, 2));
    index.put(&ronda);
    others.iter().for_each(|it| index.put(it));
    for typed in [
        "talleres ronda",
        "RONDA tall",
        "rond",
        "ron xab",
        "345 678",
        "+34 612 34",
        "b461",
        "46123456",
        "tallres ronda",
        "rodna",
        "roonda",
        "taro",
        "tron",
        "s.l.",
        "sl ro",
    ] {
        assert_eq!(found(&index, typed, &lens).first(), Some(&ronda.thing), "{typed}");
    }
    assert_eq!(found(&index, "pena", &lens), [others[2].thing]);
    assert_eq!(found(&index, "zzz", &lens), []);
    assert_eq!(found(&index, "", &lens), []);
}

#[test]
fn the_beginning_of_a_name_comes_first_and_then_what_is_recent() {
    let lens = Lens::of(&user(Role::Administrator));
    let mut index = Index::default();
    let all = [
        account("Ana", 1),
        account("Ana Ruiz", 1),
        account("Anabel", 9),
        account("Bar Ana", 9),
        account("Bar Anabel", 8),
        account("Zumos", 9).also(Some("Ana")),
    ];
    all.iter().rev().for_each(|it| index.put(it));
    assert_eq!(found(&index, "ana", &lens), all.each_ref().map(|it| it.thing));
}

#[test]
fn four_last_digits_come_before_the_same_digits_elsewhere_and_beginnings_stand_in_their_order() {
    let lens = Lens::of(&user(Role::Administrator));
    let mut index = Index::default();
    let all = [
        account("Gres Guillén", 1).code(Some("+34964001234")),
        account("Guillén Gres", 9).code(Some("+34961234000")),
    ];
    all.iter().for_each(|it| index.put(it));
    assert_eq!(found(&index, "1234", &lens), all.each_ref().map(|it| it.thing));
    assert_eq!(found(&index, "grgui", &lens), [all[0].thing]);
}

#[test]
fn what_is_own_comes_before_what_is_as_good() {
    let me = user(Role::SalesManager);
    let mut index = Index::default();
    let mine = Told {
        belongs: of(Some(me.id)),
        ..account("Ronda Uno", 1)
    };
    let newer = account("Ronda Dos", 9);
    index.put(&newer);
    index.put(&mine);
    assert_eq!(found(&index, "ronda", &Lens::of(&me)), [mine.thing, newer.thing]);
}

#[test]
fn a_person_is_seen_where_one_of_their_accounts_is_and_a_report_with_all_it_is_about() {
    let (admin, seller) = (user(Role::Administrator), user(Role::ZoneSales));
    let (all, own) = (Lens::of(&admin), Lens::of(&seller));
    let mut index = Index::default();
    let mine = Told {
        belongs: of(Some(seller.id)),
        ..account("Mía", 1)
    };
    let theirs = account("Suya", 1);
    let ids = [&mine, &theirs].map(|it| AccountId::from_uuid(it.thing.key()));
    let offer = OpportunityId::fresh();
    let report = |opportunity, account, text: &str| Told {
        account: Some(account),
        opportunity,
        words: vec![text.to_owned()],
        ..Told::unnamed(Thing::Report(EntryId::fresh()), of(None))
    };
    let (open, about) = (
        report(None, ids[0], "calendario"),
        report(Some(offer), ids[0], "calendario"),
    );
    index.put(&open);
    index.put(&about);
    index.put(&report(None, ids[1], "calendario"));
    assert_eq!(
        found(&index, "calendario", &all),
        [],
        "nothing that they are about is known"
    );
    index.put(&mine);
    index.put(&theirs);
    assert_eq!(found(&index, "calen", &own), [open.thing]);
    index.put(&Told::unnamed(Thing::Opportunity(offer), of(Some(admin.id))));
    assert_eq!(found(&index, "calen", &own), [open.thing]);
    assert_eq!(found(&index, "calen", &all).len(), 3);

    let person = ContactId::fresh();
    index.put(&Told::unnamed(Thing::Contact(person), of(None)).name("Amparo Llorens"));
    let (here, there) = (MembershipId::fresh(), MembershipId::fresh());
    index.join(there, person, ids[1]);
    assert_eq!(found(&index, "amparo", &own), []);
    index.join(here, person, ids[0]);
    let by = |lens: &Lens| index.look_for(&Query::read("amparo"), lens).concat()[0].by;
    assert_eq!((by(&own), by(&all)), (Some(here), Some(here)));
    index.part(here);
    assert_eq!(found(&index, "amparo", &own), []);
}

/// What a row has, as the naive search looks at it.
fn matches(told: &Told, query: &Query, forgiving: bool) -> bool {
    let has = |typed: &String| {
        let first: Vec<char> = typed.chars().take(2).collect();
        let nearly = |word: &String| {
            forgiving
                && typo::is_forgiven(typed)
                && word.chars().next().is_some_and(|letter| first.contains(&letter))
                && typo::begins_nearly(word, typed)
        };
        let is_code = typed.len() >= 3 && typed.contains(|c: char| c.is_ascii_digit());
        told.words
            .iter()
            .any(|word| word.starts_with(typed.as_str()) || nearly(word))
            || (is_code && told.codes.contains(typed.as_str()))
    };
    query.words.iter().all(has)
}

fn naive(rows: &[Told], query: &Query, lens: &Lens) -> Vec<Thing> {
    let seen = rows
        .iter()
        .filter(|it| lens.admits(Subject::Opportunities, Action::View, it.belongs));
    let pick = |forgiving| {
        seen.clone()
            .filter(move |it| matches(it, query, forgiving))
            .map(|it| it.thing)
    };
    let exact: Vec<Thing> = pick(false).collect();
    let mut all = match exact.len() {
        0..3 => pick(true).collect(),
        _ => exact,
    };
    all.sort();
    all
}

proptest! {
    #[test]
    fn it_finds_what_looking_at_every_row_finds(
        steps in prop::collection::vec((0_usize..6, "[abc]{1,5}( [abc]{1,5}){0,2}", "[12]{0,5}", any::<bool>(), any::<bool>()), 1..16),
        typed in "[abc]{1,5}( [abc]{1,3})?|[12]{1,4}",
    ) {
        // Opportunities, which are not guessed by two beginnings in one word; few enough that all of them are shown.
        let seller = user(Role::ZoneSales);
        let keys: Vec<OpportunityId> = (0..6).map(|_| OpportunityId::fresh()).collect();
        let (mut index, mut rows) = (Index::default(), Vec::<Told>::new());
        for (at, name, code, is_mine, is_gone) in steps {
            let thing = Thing::Opportunity(keys[at]);
            rows.retain(|it| it.thing != thing);
            if is_gone && at % 2 == 0 {
                index.forget(thing);
                continue;
            }
            let told = Told::unnamed(thing, of(is_mine.then_some(seller.id))).name(&name).code(Some(&code));
            index.put(&told);
            rows.push(told);
        }
        prop_assert!(rows.len() <= SHOWN);
        for lens in [Lens::of(&seller), Lens::of(&user(Role::Administrator))] {
            let query = Query::read(&typed);
            let mut all = found(&index, &typed, &lens);
            all.sort();
            prop_assert_eq!(all, naive(&rows, &query, &lens));
        }
        // What is hidden changes nothing, not even the order.
        let lens = Lens::of(&seller);
        let before = found(&index, &typed, &lens);
        index.put(&Told::unnamed(Thing::Opportunity(OpportunityId::fresh()), of(None)).name(&typed).code(Some("1212")));
        prop_assert_eq!(before, found(&index, &typed, &lens));
        prop_assert_eq!(Kind::Opportunity as usize, 2);
    }
}
