//! The tags of a look: in one value, as a link says them, or one by one, as the boxes of a form do.

use super::{
    domain::Tag,
    look::{Look, field},
};

impl Look {
    /// Reads it from all that an address says by the names of [`field`]; of what is there once, the last holds.
    #[must_use]
    pub fn read_all(said: impl Fn(&str) -> Vec<String>) -> Self {
        Self::read(|name| {
            let mut values = said(name);
            match name {
                field::TAG => Some(values.join(",")),
                _ => values.pop(),
            }
        })
    }

    /// The same narrowed by one tag more, or by one less where it is by this one already.
    #[must_use]
    pub fn toggled(&self, tag: &Tag) -> Self {
        let mut look = self.clone();
        let tags = &self.filter.tags;
        look.filter.tags = match tags.with(tag) {
            Ok(with) if !tags.contains(tag) => with,
            _ => tags.without(tag),
        };
        look
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::domain::Tags;

    #[test]
    fn tags_survive_the_address_and_a_form_says_them_one_by_one() {
        let boxes = |name: &str| match name {
            field::TAG => vec![
                "Licitación".to_owned(),
                "vip,urgente".to_owned(),
                "licitacion".to_owned(),
            ],
            _ => vec![],
        };
        let look = Look::read_all(boxes);
        assert_eq!(look.filter.tags, Tags::read("urgente,vip,licitación"));
        assert_eq!(look.address(), "/board?tag=Licitaci%C3%B3n%2Curgente%2Cvip");
        assert_eq!(Look::saved(&look.to_save().unwrap()), look);
        let vip = Tag::parse("VIP").unwrap();
        assert_eq!(look.toggled(&vip).filter.tags.joined(","), "Licitación,urgente");
        assert_eq!(look.toggled(&vip).toggled(&vip).filter, look.filter);
        assert_eq!(look.without(field::TAG), Look::default());
    }
}
