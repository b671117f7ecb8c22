//! A provider of identities over OpenID Connect: the authorization code flow with PKCE (S256), as the NL GOV profile has it.
//!
//! One [`Provider`] is one provider for one door: the municipality's own for who works here, a DigiD broker for residents. It says where to
//! send a browser, and makes of the code that comes back somebody who is believed ([`Bevestigd`]), or an error with a name. The crate
//! `openidconnect` reads and verifies; questions go through our own client, with our own bounds.
//!
//! *Invariant: no code, token, secret or claim in a log line or an error.*

mod bewijs;
mod bron;
mod claims;
mod fout;
mod http;
mod provider;
mod uitlog;
mod verleng;

pub use bewijs::{BewijsFout, Clientbewijs};
pub use claims::{Claimnamen, Vertegenwoordigt};
pub use fout::OidcFout;
pub use provider::{Bevestigd, Geheimen, Provider, ProviderConfig, Vraag};
pub use uitlog::Uitgelogd;
pub use verleng::{Nagevraagd, Verlenging};
