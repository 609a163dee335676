//! Whose things are: few different answers for very many things, so that the lens is asked once for each answer.

use std::collections::HashMap;

use crate::{
    team::domain::{Action, Belongs, Lens, Subject},
    types::{DepartmentId, UserId, ZoneId},
};

/// What an answer is known by.
type Key = (Option<UserId>, Option<DepartmentId>, Option<ZoneId>);

/// Every answer that there is, numbered.
#[derive(Default)]
pub(super) struct Owners {
    all: Vec<Belongs>,
    numbers: HashMap<Key, u32>,
}

impl Owners {
    pub(super) fn number(&mut self, belongs: Belongs) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let key: Key = (belongs.owner, belongs.department, belongs.zone);
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.all.push(belongs);
        }
        number
    }

    /// Of each, whether the lens shows what belongs so.
    pub(super) fn seen(&self, lens: &Lens, subject: Subject) -> Vec<bool> {
        let admits = |belongs: &Belongs| lens.admits(subject, Action::View, *belongs);
        self.all.iter().map(admits).collect()
    }

    /// Of each, whether it is the actor's own.
    pub(super) fn own(&self, lens: &Lens) -> Vec<bool> {
        self.all.iter().map(|it| it.owner == Some(lens.actor)).collect()
    }
}
