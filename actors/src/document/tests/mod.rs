mod aanwezig;
mod klant;
mod leven;
mod oordeel;
mod samen;
mod support;
mod tekst;
mod traag;
