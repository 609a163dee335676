//! What the clients do, the posts their people hold, and what the firm sells: tables of columns between bars.

use std::sync::LazyLock;

use crate::clients::domain::BuyingPart;

/// A line of business.
pub struct Sector {
    /// The name of its CNAE class.
    pub name: &'static str,
    /// How names of such firms begin.
    pub heads: Vec<&'static str>,
    /// The same in Catalan and Valencian.
    pub heads_catalan: Vec<&'static str>,
}

/// A post on a card.
pub struct Post {
    pub man: &'static str,
    pub woman: &'static str,
    pub part: BuyingPart,
    /// How often it turns up.
    pub weight: u32,
}

/// Something the firm of the demo sells.
pub struct Ware {
    pub name: &'static str,
    pub family: &'static str,
    /// List price in euros.
    pub price: i64,
    /// With its article, as in the middle of a sentence.
    pub said: &'static str,
    /// How often it is asked for.
    pub weight: u32,
}

fn table<T>(text: &'static str, read: fn(&[&'static str]) -> Option<T>) -> Vec<T> {
    let columns = |line: &'static str| line.split('|').map(str::trim).collect::<Vec<_>>();
    text.lines().filter_map(|line| read(&columns(line))).collect()
}

fn names(cell: &'static str) -> Vec<&'static str> {
    cell.split(',').map(str::trim).collect()
}

const SECTORS_TEXT: &str = include_str!("sectors.txt");
const POSTS_TEXT: &str = include_str!("posts.txt");
const PRODUCTS_TEXT: &str = include_str!("products.txt");

/// Every line of business.
pub static SECTORS: LazyLock<Vec<Sector>> = LazyLock::new(|| {
    table(SECTORS_TEXT, |columns| match *columns {
        [class, heads, catalan] => Some(Sector {
            // The number before the name is for whoever extends the table.
            name: class.split_once(' ')?.1,
            heads: names(heads),
            heads_catalan: names(catalan),
        }),
        _ => None,
    })
});

/// Every post.
pub static POSTS: LazyLock<Vec<Post>> = LazyLock::new(|| {
    table(POSTS_TEXT, |columns| match *columns {
        [man, woman, part, weight] => Some(Post {
            man,
            woman,
            part: part.parse().ok()?,
            weight: weight.parse().ok()?,
        }),
        _ => None,
    })
});

/// Everything on the price list.
pub static PRODUCTS: LazyLock<Vec<Ware>> = LazyLock::new(|| {
    table(PRODUCTS_TEXT, |columns| match *columns {
        [name, family, price, said, weight] => Some(Ware {
            name,
            family,
            price: price.parse().ok()?,
            said,
            weight: weight.parse().ok()?,
        }),
        _ => None,
    })
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_tables_is_lost() {
        assert_eq!(SECTORS.len(), SECTORS_TEXT.lines().count());
        assert_eq!(POSTS.len(), POSTS_TEXT.lines().count());
        assert_eq!(PRODUCTS.len(), PRODUCTS_TEXT.lines().count());
    }
}
