//! STUB
#![allow(missing_docs, unused)]
use crate::{deps::Deps, hub::*, weigering::Weigering};
use bytes::Bytes;
use keukentafel::domain::ids::*;
use keukentafel::domain::sjabloon::Sectie;
use keukentafel::protocol::{rt::Pos, view::Auteur};
use std::sync::Arc;
#[derive(Clone)]
pub struct Documents;
impl Documents {
    pub fn start(_: Deps) -> Self {
        Self
    }
    pub async fn open(
        &self,
        _: &Arc<Conn>,
        _: DocumentId,
        _: u64,
        _: Option<Pos>,
    ) -> Result<TopicNumber, Weigering> {
        Err(Weigering::Bezig)
    }
    pub async fn leave(&self, _: ConnId, _: DocumentId) {}
    pub async fn resync(&self, _: &Arc<Conn>, _: DocumentId) {}
    pub fn recheck(&self, _: DocumentId) {}
    pub async fn tekst(&self, _: GemeenteId, _: DocumentId) -> Result<String, Weigering> {
        Err(Weigering::Bezig)
    }
    pub async fn auteurs(&self, _: GemeenteId, _: DocumentId) -> Result<Vec<Auteur>, Weigering> {
        Err(Weigering::Bezig)
    }
    pub async fn stop(&self) {}
    pub async fn sync(&self, _: &Arc<Conn>, _: DocumentId, _: u64, _: Vec<Bytes>) -> Result<(), Weigering> {
        Ok(())
    }
    pub async fn awareness(&self, _: &Arc<Conn>, _: DocumentId, _: Bytes) -> Result<(), Weigering> {
        Ok(())
    }
}
pub fn eerste_update(_: &[Sectie], _: u32) -> Vec<u8> {
    vec![]
}
