//! Frames of a Hocuspocus server: those of y-websocket behind the document's name, with more kinds.

use anyhow::{Result, bail};
use keukentafel::protocol::frame::write_varint;

use crate::yclient::{YFrame, read_sync, varint};

const SYNC: u8 = 0;
const AUTH: u8 = 2;
/// As sync, without a question in return.
const SYNC_REPLY: u8 = 4;
const CLOSE: u8 = 7;
const DENIED: u8 = 1;

/// What has to come first: a token, which a server without accounts does not look at.
pub(crate) fn token(document: &str) -> Vec<u8> {
    write(document, &[AUTH, 0, 1, b'-'])
}

/// A message of y-websocket, addressed.
pub(crate) fn write(document: &str, message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(document.len() + message.len() + 2);
    write_varint(&mut out, document.len() as u64);
    out.extend_from_slice(document.as_bytes());
    out.extend_from_slice(message);
    out
}

/// Takes a frame apart; what is neither text nor a refusal counts as presence, which nobody here reads.
pub(crate) fn read(bytes: &[u8]) -> Result<YFrame<'_>> {
    let (name, head) = varint(bytes)?;
    match bytes.get(head + name..).and_then(<[u8]>::split_first) {
        Some((&(SYNC | SYNC_REPLY), rest)) => Ok(YFrame::Sync(read_sync(rest)?)),
        Some((&AUTH, rest)) if rest.first() == Some(&DENIED) => Ok(YFrame::Denied(rest)),
        Some((&CLOSE, _)) => bail!("the server closes the document"),
        Some(_) => Ok(YFrame::Awareness),
        None => bail!("a frame without a message"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yclient::{Sync, write_frame};

    #[test]
    fn a_frame_is_read_behind_its_name() {
        let update = write_frame(Sync::Update(&[1, 2, 3]));
        assert_eq!(read(&write("een", &update)).unwrap(), YFrame::Sync(Sync::Update(&[1, 2, 3])));
        assert_eq!(read(&token("een")).unwrap(), YFrame::Awareness);
        assert_eq!(read(&write("een", &[AUTH, DENIED, 1, b'x'])).unwrap(), YFrame::Denied(&[1, 1, b'x']));
        assert!(read(&write("een", &[])).is_err() && read(&[9, 1]).is_err());
    }
}
