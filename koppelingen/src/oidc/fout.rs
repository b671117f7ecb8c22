//! Why somebody is not let in by what a provider says.

use openidconnect::{ClaimsVerificationError, SignatureVerificationError};

/// A failure with a name. Nothing of what the provider sent is in it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OidcFout {
    /// The provider cannot be reached, is too slow, or answers what no provider answers.
    #[error("the provider cannot be reached")]
    Onbereikbaar,
    /// The provider does not take the code: used before, too old, or not from us.
    #[error("the provider does not take the code")]
    CodeGeweigerd,
    /// There is no id token, or it is not for us, not from this provider, or cannot be read.
    #[error("the id token is not for us")]
    Token,
    /// The id token is not signed by the provider, or with something that we do not take.
    #[error("the signature does not hold")]
    Handtekening,
    /// The id token is of another login than the one that this browser began.
    #[error("the nonce is another one")]
    Nonce,
    /// The id token is too old.
    #[error("the id token has expired")]
    Verlopen,
    /// Who it is was proved too weakly.
    #[error("the level is too low")]
    Niveau,
    /// Who it is was not proved anew, though that was asked for.
    #[error("not proved anew")]
    NietOpnieuw,
    /// A claim that this door needs is not there, or not as it should be.
    #[error("a claim is absent or wrong")]
    Claim,
}

impl OidcFout {
    /// The code with which this is told and written down.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Onbereikbaar => "inloggen.onbereikbaar",
            Self::CodeGeweigerd | Self::Verlopen | Self::Nonce => "inloggen.verlopen",
            Self::Token | Self::Handtekening | Self::Claim => "inloggen.onjuist",
            Self::Niveau => "inloggen.niveau",
            Self::NietOpnieuw => "inloggen.niet_opnieuw",
        }
    }

    /// The word for metrics and logs, which tells the causes apart.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Onbereikbaar => "onbereikbaar",
            Self::CodeGeweigerd => "code_geweigerd",
            Self::Token => "token",
            Self::Handtekening => "handtekening",
            Self::Nonce => "nonce",
            Self::Verlopen => "verlopen",
            Self::Niveau => "niveau",
            Self::NietOpnieuw => "niet_opnieuw",
            Self::Claim => "claim",
        }
    }
}

impl From<&ClaimsVerificationError> for OidcFout {
    fn from(error: &ClaimsVerificationError) -> Self {
        match error {
            ClaimsVerificationError::Expired(_) => Self::Verlopen,
            ClaimsVerificationError::InvalidAuthContext(_) => Self::Niveau,
            ClaimsVerificationError::InvalidAuthTime(_) => Self::NietOpnieuw,
            ClaimsVerificationError::InvalidNonce(_) => Self::Nonce,
            ClaimsVerificationError::SignatureVerification(_) => Self::Handtekening,
            // The crate may name more causes one day: none of them lets anybody in.
            ClaimsVerificationError::InvalidAudience(_)
            | ClaimsVerificationError::InvalidIssuer(_)
            | ClaimsVerificationError::InvalidSubject(_)
            | ClaimsVerificationError::Other(_)
            | ClaimsVerificationError::Unsupported(_)
            | _ => Self::Token,
        }
    }
}

/// Whether another key of the provider could make it right: it has changed its keys since we asked for them.
pub(super) fn other_key(error: &ClaimsVerificationError) -> bool {
    matches!(
        error,
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey | SignatureVerificationError::AmbiguousKeyId(_)
        )
    )
}
