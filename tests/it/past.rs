//! A page as it was known on a day: what a random history makes of it is what was seen on that day.

use clientela::{
    clients::{
        self,
        domain::{
            AccountSheet, Act, AddPerson, BuyingPart, ChangePerson, EditAccount, PersonFacts, Progress, RemovePerson,
            ReportOnAccount,
        },
    },
    pipeline::domain::{Change, Edit},
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::{ActivityKind, CorrectReport, Entry, EntryBody, Report, Sift},
    types::{AccountId, Day, LongText, Moment, OpId, OpportunityId},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use strum::IntoEnumIterator;

use crate::firm::{Firm, euros, named, text};

/// What of a page must be the same: not who may do what with it, and nothing that is of the day on which it is read.
fn known(sheet: AccountSheet) -> AccountSheet {
    let mut sheet = sheet;
    (sheet.edits, sheet.instructs, sheet.removes) = (false, false, false);
    sheet.sift = Sift::default();
    sheet.opportunities.sort_by_key(|it| it.id);
    sheet
}

fn said(n: usize) -> Report {
    Report {
        activity: if n.is_multiple_of(2) {
            ActivityKind::Call
        } else {
            ActivityKind::Visit
        },
        with: None,
        reaction: None,
        text: LongText::parse(&format!("Lo que se dijo {n}")).expect("a text"),
    }
}

struct History {
    firm: Firm,
    account: AccountId,
    card: OpportunityId,
    dice: StdRng,
}

impl History {
    /// One thing that somebody does.
    async fn step(&mut self, ctx: &Ctx, n: usize) {
        let sheet = clients::store::sheet(ctx, self.account, &Sift::default())
            .await
            .expect("the page");
        match self.dice.random_range(0..7) {
            0 => {
                let mut facts = sheet.account.facts();
                facts.name = text(&format!("Náutica {n}"));
                facts.sector = self.dice.random_bool(0.5).then(|| text(&format!("Sector {n}")));
                let asked = EditAccount {
                    account: self.account,
                    seen: sheet.account.revision,
                    facts,
                };
                perform(ctx, OpId::fresh(), &asked).await.expect("it is edited");
            }
            1 => {
                let acts: Vec<Act> = Act::iter().collect();
                let asked = Progress {
                    account: self.account,
                    seen: sheet.account.revision,
                    act: acts[self.dice.random_range(0..acts.len())],
                    on: None,
                };
                // Some acts have nothing to do where it stands.
                let _ = perform(ctx, OpId::fresh(), &asked).await;
            }
            2 if !sheet.people.is_empty() => {
                let who = sheet.people[self.dice.random_range(0..sheet.people.len())].contact;
                let asked = RemovePerson {
                    account: self.account,
                    contact: who,
                };
                perform(ctx, OpId::fresh(), &asked).await.expect("somebody leaves");
            }
            3 => {
                let seen = self.firm.now(self.card).await;
                let asked = Edit {
                    opportunity: self.card,
                    seen: seen.revision,
                    change: Change::Amount(Some(euros(i64::try_from(n).expect("small") + 1))),
                };
                perform(ctx, OpId::fresh(), &asked).await.expect("it is changed");
            }
            4 => {
                let asked = ReportOnAccount {
                    next: None,
                    account: self.account,
                    on: None,
                    report: said(n),
                };
                perform(ctx, OpId::fresh(), &asked).await.expect("it is written down");
            }
            5 => {
                let is_report =
                    |it: &&Entry| matches!(it.body, EntryBody::Reported(_) | EntryBody::ReportRemoved { .. });
                let reports: Vec<&Entry> = sheet.history.entries.iter().filter(is_report).collect();
                let Some(entry) = reports.choose(&mut self.dice) else {
                    return;
                };
                let asked = CorrectReport {
                    account: self.account,
                    entry: entry.id,
                    seen: entry.corrected_at,
                    report: self.dice.random_bool(0.6).then(|| said(n)),
                };
                perform(ctx, OpId::fresh(), &asked).await.expect("it is corrected");
            }
            _ => {
                // One in two is known, or was and has left.
                let name = text(&format!("Persona {}", self.dice.random_range(0..6)));
                let known = sheet.people.iter().find(|it| it.name == name);
                let facts = PersonFacts {
                    role: Some(text(&format!("Cargo {n}"))),
                    part: self.dice.random_bool(0.5).then_some(BuyingPart::Decides),
                    ..named(name)
                };
                let account = self.account;
                let written = match known {
                    None => {
                        let asked = AddPerson { account, facts };
                        perform(ctx, OpId::fresh(), &asked).await.map(drop)
                    }
                    Some(known) => {
                        let asked = ChangePerson {
                            account,
                            contact: known.contact,
                            seen: known.seen,
                            facts,
                        };
                        perform(ctx, OpId::fresh(), &asked).await.map(drop)
                    }
                };
                written.expect("somebody is written down");
            }
        }
    }
}

#[tokio::test]
async fn every_day_of_a_random_history_is_read_as_it_was_seen() {
    for seed in 0..4 {
        let firm = Firm::new().await;
        let now = Moment::now();
        let days = 25;
        let at = |day: i64| now.minus(chrono::TimeDelta::days(days - day));
        let manager = firm.person(Role::SalesManager).clone();
        let first = Ctx::of(firm.db.clone(), manager.clone(), at(0));
        let asked = clientela::pipeline::domain::NewOpportunity {
            stage: firm.stage("qualification").id,
            account: text("Náutica Xàbia S.L."),
            title: text("Plan de igualdad"),
            amount: None,
            close_on: None,
            contact: None,
            from: None,
        };
        let card = perform(&first, OpId::fresh(), &asked).await.expect("it is created");
        let account = firm.now(card).await.account.expect("an account");
        let mut history = History {
            firm,
            account,
            card,
            dice: StdRng::seed_from_u64(seed),
        };
        let mut seen: Vec<(Day, AccountSheet)> = Vec::new();
        for day in 1..days {
            let ctx = Ctx::of(history.firm.db.clone(), manager.clone(), at(day));
            for n in 0..history.dice.random_range(0..3) {
                history.step(&ctx, usize::try_from(day).expect("small") * 10 + n).await;
            }
            let sheet = clients::store::sheet(&ctx, account, &Sift::default())
                .await
                .expect("the page");
            seen.push((ctx.today(), known(sheet)));
        }
        let ctx = Ctx::of(history.firm.db.clone(), manager.clone(), now);
        for (day, then) in seen {
            let sift = Sift {
                as_of: Some(day),
                ..Sift::default()
            };
            let read = clients::store::sheet(&ctx, account, &sift)
                .await
                .expect("the page as it was");
            assert_eq!(known(read), then, "seed {seed}, {day}");
        }
        let before = Sift {
            as_of: Some(first.today().plus_days(-1)),
            ..Sift::default()
        };
        let nobody = clients::store::sheet(&ctx, account, &before).await;
        assert_eq!(nobody, Err(clientela::error::AppError::NotFound), "nobody knew of it");
    }
}
