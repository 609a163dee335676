//! Tests over a database, one binary so that it is linked once.

mod demo;
