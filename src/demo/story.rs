//! Reports as people write them: what was said, how it felt, what comes next.

use chrono::TimeDelta;

use super::{
    GenerateError,
    account::Client,
    calendar::Workday,
    data::{self, Ware},
    dice::Dice,
    firm::Firm,
    keys::Keys,
    people::People,
};
use crate::{
    team::domain::Role,
    timeline::domain::{ActivityKind, Entry, EntryBody, Reaction, Report},
    types::{Day, EntryId, LongText, Moment, OpportunityId, ShortText, UserId},
};

/// What a conversation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    Cold,
    First,
    Proposal,
    Negotiation,
    Lost,
    Client,
    Reception,
    Finance,
    Technician,
}

impl Talk {
    fn lines(self) -> &'static [&'static str] {
        match self {
            Self::Cold => &data::COLD_TALK,
            Self::First => &data::FIRST_TALK,
            Self::Proposal => &data::PROPOSAL_TALK,
            Self::Negotiation => &data::NEGOTIATION_TALK,
            Self::Lost => &data::LOST_TALK,
            Self::Client => &data::CLIENT_TALK,
            Self::Reception => &data::RECEPTION_TALK,
            Self::Finance => &data::FINANCE_TALK,
            Self::Technician => &data::TECHNICIAN_TALK,
        }
    }

    /// Who writes it, where that is not who looks after the client (T9).
    const fn role(self) -> Option<Role> {
        match self {
            Self::Reception => Some(Role::Reception),
            Self::Finance => Some(Role::Finance),
            Self::Technician => Some(Role::Technician),
            _ => None,
        }
    }

    /// In a hundred: that it ends in a next step.
    const fn goes_on(self) -> usize {
        match self {
            Self::First | Self::Proposal | Self::Negotiation => 92,
            _ => 0,
        }
    }

    /// In a hundred, how they took it: very well, well, neither, badly. The rest very badly.
    const fn reactions(self) -> [usize; 4] {
        match self {
            Self::Cold => [2, 20, 53, 20],
            Self::First | Self::Client => [15, 45, 30, 8],
            Self::Lost => [0, 5, 40, 40],
            _ => [12, 48, 27, 11],
        }
    }
}

/// Who writes about whom.
pub struct Teller<'a> {
    pub firm: &'a Firm,
    pub client: &'a Client,
    pub people: &'a People,
    pub keys: &'a mut Keys,
    pub dice: &'a mut Dice,
    /// The last day on which something has happened.
    pub last: Workday,
    pub today: Day,
}

impl Teller<'_> {
    /// Something the program noted when it happened.
    pub fn fact(
        &mut self,
        at: Moment,
        opportunity: Option<OpportunityId>,
        author: Option<UserId>,
        body: EntryBody,
    ) -> Entry {
        Entry {
            id: EntryId::from_uuid(self.keys.next(at)),
            account: Some(self.client.account.id),
            opportunity,
            author,
            at,
            written_at: at,
            body,
            corrected_at: None,
        }
    }

    /// What somebody wrote about a conversation of a day, that day or some days later (T8).
    ///
    /// # Errors
    /// Never for these tables.
    pub fn report(
        &mut self,
        talk: Talk,
        day: Workday,
        ware: &Ware,
        opportunity: Option<(OpportunityId, Option<UserId>)>,
    ) -> Result<Entry, GenerateError> {
        let at = day.some(11, 180, self.dice)?;
        let later = self.dice.between(1, 4);
        let late = self.dice.chance(35) && day.plus(later) <= self.last;
        let written_at = if late {
            day.plus(later).some(15, 210, self.dice)?
        } else {
            let minutes = i64::from(self.dice.between(5, 45));
            at.minus(-TimeDelta::minutes(minutes))
        };
        let owner = opportunity.and_then(|it| it.1).or(self.client.account.owner);
        let by_role = talk.role().map(|role| self.firm.with_role(role).id);
        Ok(Entry {
            id: EntryId::from_uuid(self.keys.next(written_at)),
            account: Some(self.client.account.id),
            opportunity: opportunity.map(|it| it.0),
            author: by_role.or(owner),
            at,
            written_at,
            body: EntryBody::Reported(self.words(talk, ware, owner)?),
            corrected_at: None,
        })
    }

    fn words(&mut self, talk: Talk, ware: &Ware, owner: Option<UserId>) -> Result<Report, GenerateError> {
        let line = self.dice.word(talk.lines());
        // A line may begin with the only activity that it fits.
        let (activity, said) = line.split_once(" | ").unwrap_or(("", line));
        let activity = activity.parse().unwrap_or_else(|_| self.activity());
        let mut sentences = vec![said];
        if talk.goes_on() > 0 && self.dice.chance(25) {
            sentences.push(self.dice.word(&data::FEELINGS));
        }
        if self.dice.chance(talk.goes_on()) {
            sentences.push(self.dice.word(&data::NEXT_STEPS));
        }
        let owner = owner.map(|owner| self.firm.user(owner).name.to_string());
        let given = owner.as_deref().and_then(|name| name.split(' ').next());
        let staff = match self.client.employees {
            1 => "una persona".to_owned(),
            employees => format!("{employees} personas"),
        };
        let text = sentences
            .join(" ")
            .replace("{p}", ware.said)
            .replace(" de el ", " del ")
            .replace(" a el ", " al ")
            .replace("{n}", &staff)
            .replace("{c}", self.dice.word(&data::COMPETITORS))
            .replace("{o}", given.unwrap_or("su comercial"));
        Ok(Report {
            activity,
            with: self.with(activity)?,
            reaction: self.reaction(talk),
            text: LongText::parse(&text)?,
        })
    }

    fn activity(&mut self) -> ActivityKind {
        let kinds = [
            (ActivityKind::Call, 30),
            (ActivityKind::Visit, 32),
            (ActivityKind::Meeting, 20),
            (ActivityKind::VideoCall, 18),
        ];
        self.dice.pick_by(&kinds, |kind| kind.1).0
    }

    /// Who was there, and who else (T4).
    fn with(&mut self, activity: ActivityKind) -> Result<Option<ShortText>, GenerateError> {
        let people = &self.people.said;
        let Some(first) = people.first().filter(|_| activity != ActivityKind::Note) else {
            return Ok(None);
        };
        let together = matches!(
            activity,
            ActivityKind::Visit | ActivityKind::Meeting | ActivityKind::VideoCall
        );
        let also = people.get(1).filter(|_| together && self.dice.chance(45));
        let with = match also {
            Some(second) => format!("{first}; presente {second}"),
            None => self.dice.pick(people).clone(),
        };
        Ok(Some(ShortText::parse(&with)?))
    }

    fn reaction(&mut self, talk: Talk) -> Option<Reaction> {
        if talk.role().is_some() || self.dice.chance(25) {
            return None;
        }
        let degrees = [Reaction::VeryGood, Reaction::Good, Reaction::Neutral, Reaction::Bad];
        let mut left = self.dice.below(100);
        for (degree, percent) in degrees.into_iter().zip(talk.reactions()) {
            if left < percent {
                return Some(degree);
            }
            left -= percent;
        }
        Some(Reaction::VeryBad)
    }
}
