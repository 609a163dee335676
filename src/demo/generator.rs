//! The clients of a demo, one after the other.

use super::{
    GenerateError,
    account::{self, Client},
    calendar::Workday,
    dice::Dice,
    firm::Firm,
    firm_names::Names,
    keys::Keys,
    people::{People, people},
    plan::Plan,
    sale::{Fate, Fates, Sale, sale},
    standing::{path, standing, told},
    story::Teller,
};
use crate::{
    clients::domain::{Account, AccountKind, Contact, Lifecycle, Membership},
    pipeline::domain::{Opportunity, Rank},
    timeline::domain::Entry,
    types::{Moment, StageId},
};

/// A client with everything that hangs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    pub account: Account,
    pub contacts: Vec<Contact>,
    pub memberships: Vec<Membership>,
    pub opportunities: Vec<Opportunity>,
    /// In the order in which it happened.
    pub entries: Vec<Entry>,
}

impl Dossier {
    /// How many rows it is in the database.
    pub const fn rows(&self) -> usize {
        1 + self.contacts.len() + self.memberships.len() + self.opportunities.len() + self.entries.len()
    }
}

/// Makes the clients of a plan, oldest first.
pub struct Generator {
    plan: Plan,
    firm: Firm,
    keys: Keys,
    names: Names,
    /// How many open and closed sales each client has.
    sales: Vec<(u32, u32)>,
    /// The last rank of each column.
    ranks: Vec<(StageId, Option<Rank>)>,
    fates: Fates,
    next: u32,
    neighbour: Option<Contact>,
}

/// Working days over which the clients were won: about five years.
const SPAN: u32 = 1_300;
/// Seconds of a day in which somebody writes a client down.
const OFFICE: u64 = 36_000;

impl Generator {
    /// # Errors
    /// Never for these tables, which a test reads.
    pub fn new(plan: Plan) -> Result<Self, GenerateError> {
        let firm = Firm::new(&plan)?;
        let mut dice = Dice::new(plan.seed, u64::MAX - 2);
        let clients = plan.accounts as usize;
        let mut sales = vec![(0, 0); clients];
        if clients > 0 {
            (0..plan.open).for_each(|_| sales[dice.below(clients)].0 += 1);
            (0..plan.closed).for_each(|_| sales[dice.below(clients)].1 += 1);
        }
        let ranks = firm.stages.iter().map(|stage| (stage.id, None)).collect();
        Ok(Self {
            plan,
            firm,
            keys: Keys::new(plan.seed, u64::MAX - 1),
            names: Names::default(),
            sales,
            ranks,
            fates: Fates::default(),
            next: 0,
            neighbour: None,
        })
    }

    /// The firm that the clients are of.
    pub const fn firm(&self) -> &Firm {
        &self.firm
    }

    fn dossier(&mut self, number: u32) -> Result<Dossier, GenerateError> {
        let mut dice = Dice::new(self.plan.seed, number.into());
        let last = Workday::of(self.plan.today).plus(-1);
        let known = self.known(number, last, &mut dice)?;
        let key = self.keys.next(known.1);
        let client = account::client(&self.firm, &mut self.names, number, key, known, &mut dice)?;
        let neighbour = self.neighbour.take();
        let people = people(&client, neighbour.as_ref(), &mut self.keys, &mut dice)?;
        self.neighbour = people.contacts.first().cloned();
        let (open, closed) = self.sales[number as usize];
        let mut fates: Vec<Fate> = (0..open).map(|_| self.fates.open()).collect();
        fates.extend((0..closed).map(|_| self.fates.closed(&mut dice)));
        let mut teller = Teller {
            firm: &self.firm,
            client: &client,
            people: &people,
            keys: &mut self.keys,
            dice: &mut dice,
            last,
            today: self.plan.today,
        };
        let mut sales = Vec::new();
        for fate in fates {
            sales.push(sale(&mut teller, fate, self.plan.entries)?);
        }
        let told = told(&mut teller, &sales, self.plan.entries)?;
        let standing = standing(&sales, &mut dice);
        self.finish(client, people, sales, told, standing)
    }

    fn finish(
        &mut self,
        client: Client,
        people: People,
        sales: Vec<Sale>,
        mut entries: Vec<Entry>,
        (kind, lifecycle): (AccountKind, Lifecycle),
    ) -> Result<Dossier, GenerateError> {
        let mut opportunities = Vec::new();
        for mut sale in sales {
            sale.opportunity.rank = self.rank(sale.opportunity.stage)?;
            opportunities.push(sale.opportunity);
            entries.extend(sale.entries);
        }
        entries.sort_by_key(|entry| (entry.at, entry.id));
        let (path, bought_on) = path(&client.account, lifecycle, &opportunities);
        Ok(Dossier {
            account: Account {
                kind,
                lifecycle,
                path,
                bought_on,
                ..client.account
            },
            contacts: people.contacts,
            memberships: people.memberships,
            opportunities,
            entries,
        })
    }

    /// When client `number` was written down: later ones later, over five years up to some days ago.
    fn known(&self, number: u32, last: Workday, dice: &mut Dice) -> Result<(Workday, Moment), GenerateError> {
        let seconds = u64::from(SPAN) * OFFICE;
        let place = u64::from(number) * 1_000 + dice.below(1_000) as u64;
        let passed = place * seconds / (u64::from(self.plan.accounts) * 1_000);
        let day = i32::try_from(passed / OFFICE).unwrap_or(0);
        let first = last.plus(-3 - i32::try_from(SPAN).unwrap_or(0));
        let second = i64::try_from(passed % OFFICE).unwrap_or(0);
        let day = first.plus(day);
        Ok((day, day.at(8 * 3600 + 1_800 + second)?))
    }

    fn rank(&mut self, stage: StageId) -> Result<Rank, GenerateError> {
        let last = self.ranks.iter_mut().find(|(id, _)| *id == stage);
        let Some((_, last)) = last else {
            return Ok(Rank::first());
        };
        let rank = Rank::between(last.as_ref(), None)?;
        *last = Some(rank.clone());
        Ok(rank)
    }
}

impl Iterator for Generator {
    type Item = Result<Dossier, GenerateError>;

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.next;
        (number < self.plan.accounts).then(|| {
            self.next += 1;
            self.dossier(number)
        })
    }
}
