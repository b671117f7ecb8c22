//! Who gives the commands, and the counts that are held against the lists.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::http;
use crate::site::Site;
use crate::target::Target;

/// Rows of a page that is read to its end.
const PAGE: usize = 200;

/// Everybody who takes part, logged in once; viewers and lists have sockets of their own.
pub(super) struct Desk {
    pub(super) target: Target,
    pub(super) gemeente: String,
    /// Kevin's id.
    pub(super) kevin: String,
    linda: String,
    verdeler: String,
    kevins: String,
    emma: String,
    zaken: Vec<String>,
}

impl Desk {
    /// Logs in and registers so many zaken that can change hands.
    pub(super) async fn open(target: Target, zaken: usize, label: &str) -> Result<Self> {
        let personas = ["linda", "werkverdeler", "kevin", "emma"].map(str::to_owned);
        let site = Site::keukentafel(vec![target.clone()], &personas, 1).await?;
        let who = |n| site.session(n).cloned().context("nobody logged in");
        let [linda, verdeler, kevin, emma] = [who(0)?, who(1)?, who(2)?, who(3)?];
        let ik = http::get(&target, "/api/v1/ik", Some(&verdeler.cookie)).await?.json(200, "GET ik")?;
        let gemeente = ik["gemeente"]["id"].as_str().context("ik without gemeente")?.to_owned();
        let mut desk = Self {
            target,
            gemeente,
            kevin: kevin.id,
            linda: linda.cookie,
            verdeler: verdeler.cookie,
            kevins: kevin.cookie,
            emma: emma.id,
            zaken: Vec::new(),
        };
        for n in 0..zaken {
            let zaak = desk.melding().await?;
            desk.zaken.push(zaak);
            if n % 500 == 499 {
                eprintln!("[{label}] {}/{zaken} zaken", n + 1);
            }
        }
        Ok(desk)
    }

    /// A new zaak that waits for somebody, about somebody new: nobody has hundreds of zaken.
    pub(super) async fn melding(&self) -> Result<String> {
        let who = json!({ "voornamen": "Grietje", "achternaam": "Belasting", "geboortedatum": "1951-02-03" });
        let persoon = self.command(&self.linda, "/api/v1/personen", &who).await?.0;
        let body = json!({
            "persoon": persoon, "zaaktype": "MELDING-WMO", "onderwerp": "Hulp in huis", "kanaal": "balie",
        });
        Ok(self.command(&self.linda, "/api/v1/meldingen", &body).await?.0)
    }

    /// The next zaak goes to the other of two; the place in the feed.
    pub(super) async fn assign_round(&self, turn: usize) -> Result<u64> {
        let zaak = self.zaken.get(turn % self.zaken.len()).context("no zaken")?;
        let whole = turn / self.zaken.len();
        let who = if whole.is_multiple_of(2) { &self.kevin } else { &self.emma };
        self.assign(zaak, who).await
    }

    pub(super) async fn assign_to_kevin(&self, zaak: &str) -> Result<u64> {
        self.assign(zaak, &self.kevin).await
    }

    async fn assign(&self, zaak: &str, who: &str) -> Result<u64> {
        let path = format!("/api/v1/zaken/{zaak}/toewijzen");
        Ok(self.command(&self.verdeler, &path, &json!({ "behandelaars": [who] })).await?.1)
    }

    async fn command(&self, cookie: &str, path: &str, body: &Value) -> Result<(String, u64)> {
        let answer = http::post(&self.target, path, Some(cookie), body).await?;
        // 202: stored, the read side is behind; the answer is the same.
        let status = if (200..=202).contains(&answer.status) { answer.status } else { 200 };
        let done = answer.json(status, path)?;
        let id = done["id"].as_str().context("an answer without id")?.to_owned();
        Ok((id, done["positie"].as_u64().context("an answer without positie")?))
    }

    /// The rows of a list, page after page.
    async fn rows(&self, cookie: &str, path: &str) -> Result<u64> {
        let mut rows = 0;
        let mut next = String::new();
        loop {
            let sign = if path.contains('?') { '&' } else { '?' };
            let page =
                http::get(&self.target, &format!("{path}{sign}aantal={PAGE}{next}"), Some(cookie)).await?;
            let page = page.json(200, path)?;
            rows += page["items"].as_array().context("a page without items")?.len() as u64;
            match page["volgende"].as_str() {
                Some(cursor) => next = format!("&na={cursor}"),
                None => return Ok(rows),
            }
        }
    }

    /// One page of the longest list there is.
    pub(super) async fn page(&self) -> Result<()> {
        let path = "/api/v1/zaken?lijst=alle&aantal=50";
        http::get(&self.target, path, Some(&self.verdeler)).await?.json(200, path).map(drop)
    }

    pub(super) async fn all_zaken(&self) -> Result<u64> {
        self.rows(&self.verdeler, "/api/v1/zaken?lijst=alle").await
    }

    /// What stands in Kevin's open list: his own.
    pub(super) async fn kevins_list(&self) -> Result<u64> {
        let waits = "/api/v1/zaken?lijst=wachtend";
        Ok(self.rows(&self.kevins, "/api/v1/zaken?lijst=mijn").await?
            + self.rows(&self.kevins, waits).await?)
    }

    /// How many figures of the dashboard are not the number of rows that they open.
    pub(super) async fn counts_that_differ(&self) -> Result<u64> {
        let board = http::get(&self.target, "/api/v1/caseload", Some(&self.verdeler)).await?;
        let board = board.json(200, "GET caseload")?;
        let mut wrong = 0;
        let mut hold = |figure: &Value, rows: u64| wrong += u64::from(figure.as_u64() != Some(rows));
        hold(&board["totaal"]["aantal"], self.all_zaken().await?);
        hold(&board["wachtend"]["aantal"], self.rows(&self.verdeler, "/api/v1/zaken?lijst=wachtend").await?);
        for row in board["medewerkers"].as_array().context("a caseload without medewerkers")? {
            let id = row["id"].as_str().context("a medewerker without id")?;
            let rows = self.rows(&self.verdeler, &format!("/api/v1/caseload/medewerkers/{id}")).await?;
            hold(&row["telling"]["aantal"], rows);
        }
        Ok(wrong)
    }
}
