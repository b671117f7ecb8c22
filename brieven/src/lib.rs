//! Letters: one source for paper and for the screen.
//!
//! The words stand in `sjablonen/*.toml`, and become a [`Brief`]: a typed letter of a title, paragraphs, steps and facts. `brief.typ` lays it out
//! as a PDF that everybody can read (PDF/UA-1) and that lasts (PDF/A-2a); [`html`] writes the same as a page. Nothing else links typst.
//!
//! *Invariant: what somebody typed is content, never markup. The same id and the same facts give the same bytes.*

mod drukker;
mod html;
mod model;
mod pdf;
mod sjabloon;

#[cfg(test)]
mod tests;

pub use drukker::{Drukker, Huisstijl, HuisstijlFout};
pub use model::{Afzender, Blok, Brief, Dag};
