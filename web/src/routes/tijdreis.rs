//! A zaak as it was at a moment.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Tijdreisdoel, terugkijken_als};
use keukentafel::domain::ids::ZaakId;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::TijdreisWat;
use serde::Deserialize;
use utoipa::IntoParams;

use super::PadId;
use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// To when, and for what.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Tijdreisvraag {
    /// What held in the world at this moment (RFC 3339, in UTC); now when absent.
    op: Option<String>,
    /// As known at this moment; now when absent.
    bekend_op: Option<String>,
    /// For what one looks: `bezwaar`, `klacht`, `inzageverzoek`, `controle` or `behandeling`.
    doel: Option<String>,
}

/// A zaak as it was and as it was known at a moment, and who could look into it then.
#[utoipa::path(get, operation_id = "tijdreis", path = "/api/v1/zaken/{id}/tijdreis", tag = "zaken",
    params(("id" = ZaakId, Path), Tijdreisvraag),
    responses((status = 200, body = TijdreisWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn tijdreis(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    vraag: Result<Query<Tijdreisvraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<TijdreisWat>, Fout> {
    let Query(Tijdreisvraag { op, bekend_op, doel }) =
        vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let op = moment("op", op.as_deref())?;
    let bekend_op = moment("bekend_op", bekend_op.as_deref())?;
    let doel = doel.as_deref().and_then(Tijdreisdoel::from_word);
    let doel = doel.ok_or_else(|| Fout::veld("tijdreis.doel", "doel"))?;
    if let Some(als) = terugkijken_als(&ingelogd.wie)
        && let Err(fout) = ingelogd.stap_op_nodig(&app, als)
    {
        let object = format!("zaak/{}", ZaakId(id));
        app.audit(&ingelogd.wie, doel.handeling(), &object, Some(fout.code())).await;
        return Err(fout.opgeschreven());
    }
    let reis = app.tafel.tijdreis(&ingelogd.wie, ZaakId(id), (op, bekend_op), doel).await?;
    reis.map(Json).ok_or_else(Fout::niet_gevonden)
}

fn moment(veld: &str, text: Option<&str>) -> Result<Option<Moment>, Fout> {
    let parse = |text: &str| {
        let stamp: jiff::Timestamp = text.parse().map_err(|_| Fout::veld("tijdreis.moment", veld))?;
        Ok(Moment::from(stamp))
    };
    text.map(parse).transpose()
}
