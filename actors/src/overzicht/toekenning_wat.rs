//! Toekenningen as they are shown.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::ids::ToekenningId;
use keukentafel::domain::toekenning::{Verleend, Voorwerp};
use keukentafel::protocol::view::{GlasBeeindigd, GlasBeoordelingWat, GlasWat, VervangingWat};

use crate::deps::Namen;

/// Standing in, as shown to who may read why; `None` of another toekenning.
pub(super) fn vervanging(
    id: ToekenningId,
    it: &Verleend,
    now: Moment,
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Option<VervangingWat> {
    let Voorwerp::Vervanging { afwezige } = it.voorwerp else { return None };
    Some(VervangingWat {
        id,
        afwezige: namen.door(afwezige),
        vervanger: namen.door(it.aan),
        van: it.van,
        tot_en_met: it.tot.plus_micros(-1).day(),
        reden: it.reden.lees(recht).clone(),
        geldt: it.geldt_op(now),
    })
}

/// A glas, as shown to who may read why; `None` of another toekenning.
pub(super) fn glas(
    id: ToekenningId,
    it: &Verleend,
    now: Moment,
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Option<GlasWat> {
    let Voorwerp::Glas { plan } = it.voorwerp else { return None };
    Some(GlasWat {
        id,
        plan,
        leden: Vec::new(),
        wie: namen.door(it.aan),
        van: it.van,
        tot: it.tot,
        reden: it.reden.lees(recht).clone(),
        verklaard: it.verklaard,
        geldt: it.geldt_op(now),
        beeindigd: it.ingetrokken.map(|(op, door)| GlasBeeindigd { door: namen.door(door), op }),
        beoordeling: it.beoordeling.as_ref().map(|seen| GlasBeoordelingWat {
            oordeel: seen.oordeel,
            toelichting: seen.toelichting.lees(recht).clone(),
            door: namen.door(seen.door),
            op: seen.op,
        }),
    })
}
