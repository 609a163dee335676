//! The lens: what the roles, departments and zones of one user admit, computed once per request.

use super::{Action, Role, Scope, Subject, User};
use crate::types::{DepartmentId, UserId, ZoneId};

/// To whom a record belongs; every record that a lens filters carries these three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belongs {
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
}

/// The union of what several roles admit for one subject and action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reach {
    pub all: bool,
    pub department: bool,
    pub zone: bool,
    pub own: bool,
}

impl Reach {
    /// Whether it admits no record at all.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    fn widen(mut self, scope: Scope) -> Self {
        match scope {
            Scope::All => self.all = true,
            Scope::Department => (self.department, self.own) = (true, true),
            Scope::Zone => (self.zone, self.own) = (true, true),
            Scope::Own => self.own = true,
            Scope::None => {}
        }
        self
    }
}

/// What one user may see and do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    pub actor: UserId,
    pub departments: Vec<DepartmentId>,
    pub zones: Vec<ZoneId>,
    roles: Vec<Role>,
}

impl Lens {
    /// The lens of a user as he or she is now. An inactive user's lens admits nothing.
    #[must_use]
    pub fn of(user: &User) -> Self {
        Self {
            actor: user.id,
            departments: user.departments.clone(),
            zones: user.zones.clone(),
            roles: if user.active { user.roles.clone() } else { Vec::new() },
        }
    }

    /// What the user's roles add up to for one action.
    #[must_use]
    pub fn reach(&self, subject: Subject, action: Action) -> Reach {
        self.roles
            .iter()
            .fold(Reach::default(), |reach, role| reach.widen(role.scope(subject, action)))
    }

    /// Whether the user may do this to a record that belongs so.
    #[must_use]
    pub fn admits(&self, subject: Subject, action: Action, belongs: Belongs) -> bool {
        let reach = self.reach(subject, action);
        reach.all
            || (reach.own && belongs.owner == Some(self.actor))
            || (reach.department && belongs.department.is_some_and(|it| self.departments.contains(&it)))
            || (reach.zone && belongs.zone.is_some_and(|it| self.zones.contains(&it)))
    }

    /// Whether the user may do this to anything at all: what decides if a page or a button is offered.
    #[must_use]
    pub fn may(&self, subject: Subject, action: Action) -> bool {
        !self.reach(subject, action).is_nothing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Email, ShortText};

    fn user(roles: &[Role]) -> User {
        User {
            id: UserId::fresh(),
            name: ShortText::parse("Lucía Peiró").unwrap(),
            email: Email::parse("lucia@marquesroig.example").unwrap(),
            roles: roles.to_vec(),
            departments: vec![DepartmentId::fresh()],
            zones: vec![ZoneId::fresh()],
            active: true,
        }
    }

    #[test]
    fn a_zone_salesperson_sees_the_zone_and_what_is_his_own_and_nothing_else() {
        let seller = user(&[Role::ZoneSales]);
        let lens = Lens::of(&seller);
        let elsewhere = Belongs {
            owner: Some(UserId::fresh()),
            department: Some(seller.departments[0]),
            zone: Some(ZoneId::fresh()),
        };
        assert!(!lens.admits(Subject::Opportunities, Action::View, elsewhere));
        assert!(lens.admits(
            Subject::Opportunities,
            Action::View,
            Belongs {
                zone: Some(seller.zones[0]),
                ..elsewhere
            }
        ));
        assert!(lens.admits(
            Subject::Opportunities,
            Action::View,
            Belongs {
                owner: Some(seller.id),
                ..elsewhere
            }
        ));
        assert!(!lens.admits(
            Subject::Opportunities,
            Action::Delete,
            Belongs {
                owner: Some(seller.id),
                ..elsewhere
            }
        ));
    }

    #[test]
    fn a_technician_sees_accounts_and_no_offers() {
        let lens = Lens::of(&user(&[Role::Technician]));
        assert!(lens.may(Subject::Accounts, Action::View));
        assert!(!lens.may(Subject::Opportunities, Action::View));
    }

    #[test]
    fn roles_add_up_and_an_inactive_user_has_none() {
        let mut both = user(&[Role::Technician, Role::AreaManager]);
        let lens = Lens::of(&both);
        let of_the_department = Belongs {
            owner: None,
            department: Some(both.departments[0]),
            zone: None,
        };
        assert!(lens.admits(Subject::Opportunities, Action::Edit, of_the_department));
        both.active = false;
        assert!(!Lens::of(&both).may(Subject::Accounts, Action::View));
    }

    #[test]
    fn a_record_that_belongs_to_nobody_is_only_for_who_sees_all() {
        let nobody = Belongs {
            owner: None,
            department: None,
            zone: None,
        };
        assert!(!Lens::of(&user(&[Role::ZoneSales])).admits(Subject::Accounts, Action::View, nobody));
        assert!(Lens::of(&user(&[Role::Management])).admits(Subject::Accounts, Action::View, nobody));
    }
}
