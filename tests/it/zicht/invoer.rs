//! Enters the facts through the interface, as people would. Somebody keeps her address from others, a zaak is confidential, and a child is in
//! two groepen.

use std::collections::BTreeSet;

use keukentafel_tests::{Answer, Mens, Sim, TestApp};
use serde_json::{Value, json};

use super::feiten::{Casus, Demo, Plan, Signaal, Thuis, Zaak};
use super::ids;

fn id(answer: &Answer) -> String {
    assert!((200..300).contains(&answer.status), "{}", answer.body);
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn bekend(app: &TestApp, linda: &Mens, bsn: &str) -> String {
    let found = app.post(linda, "/api/v1/personen/zoek", &json!({ "bsn": bsn })).await.json();
    found["items"][0]["id"].as_str().unwrap().to_owned()
}

async fn persoon(app: &TestApp, linda: &Mens, voornamen: &str, geboortedatum: &str) -> String {
    let mut body =
        json!({ "voornamen": voornamen, "achternaam": "Zichtman", "geboortedatum": geboortedatum });
    if voornamen == "Tom" {
        // He lives with Els: where he is, she is.
        body["adres"] =
            json!({ "straat": "Bij Els", "huisnummer": "1", "postcode": "9999 XM", "plaats": "Wiedermeer" });
    }
    id(&app.post(linda, "/api/v1/personen", &body).await)
}

impl Casus {
    pub(super) async fn leg() -> Self {
        let brp = Sim::brp();
        let app = TestApp::start_met_brp(&brp).await;
        let linda = app.login("linda").await;
        let els = id(&app.post(&linda, "/api/v1/personen/uit-brp", &json!({ "bsn": "999990160" })).await);
        let demo = Demo {
            maria: bekend(&app, &linda, "999990019").await,
            dylan: bekend(&app, &linda, "999990020").await,
            samira: bekend(&app, &linda, "999990032").await,
            noor: bekend(&app, &linda, "999990044").await,
            ilyas: bekend(&app, &linda, "999990056").await,
            huub: bekend(&app, &linda, "999990068").await,
            moeder: persoon(&app, &linda, "Moeder", "1985-01-01").await,
            vader: persoon(&app, &linda, "Vader", "1984-01-01").await,
            kind: persoon(&app, &linda, "Kind", "2016-01-01").await,
            tom: persoon(&app, &linda, "Tom", "1980-01-01").await,
        };
        let mut casus = Self {
            app,
            _brp: brp,
            els,
            zaken: Vec::new(),
            thuis: Vec::new(),
            plannen: Vec::new(),
            signalen: Vec::new(),
            van_de_demo: BTreeSet::new(),
            demo,
        };
        let ruben = casus.app.login("regisseur2").await;
        let was = casus.app.get(&ruben, "/api/v1/plannen").await.json();
        casus.van_de_demo = ["regie", "groepen"].iter().flat_map(|list| ids(&was[list])).collect();
        casus.leg_zaken(&linda).await;
        casus.leg_thuis(&linda).await;
        casus.leg_plannen().await;
        casus.leg_signalen().await;
        casus
    }

    /// Whom somebody names they looked for: an id is nobody.
    async fn zoekt(&self, mens: &Mens, persoon: &str) {
        let linda = self.app.login("linda").await;
        let known = self.app.get(&linda, &format!("/api/v1/personen/{persoon}")).await.json();
        let vraag = json!({ "naam": known["naam"], "geboortedatum": known["geboortedatum"] });
        self.app.post(mens, "/api/v1/personen/zoek", &vraag).await;
    }

    async fn zaak(
        &mut self,
        wat: &'static str,
        melder: &'static str,
        zaaktype: &str,
        persoon: &str,
        wie: &[&str],
    ) {
        let mens = self.app.login(melder).await;
        self.zoekt(&mens, persoon).await;
        let body = json!({ "persoon": persoon, "zaaktype": zaaktype, "onderwerp": wat, "kanaal": "balie" });
        let id = id(&self.app.post(&mens, "/api/v1/meldingen", &body).await);
        let mut behandelaars = Vec::new();
        for one in wie {
            behandelaars.push(self.app.login(one).await.id);
        }
        let mut status = "ontvangen";
        if let Some(first) = wie.first() {
            let verdeler = self.app.login("werkverdeler").await;
            let path = format!("/api/v1/zaken/{id}");
            let body = json!({ "behandelaars": behandelaars });
            assert_eq!(self.app.post(&verdeler, &format!("{path}/toewijzen"), &body).await.status, 200);
            status = "verdeeld";
            if wat.contains("begonnen") {
                let mens = self.app.login(first).await;
                assert_eq!(
                    self.app.post(&mens, &format!("{path}/in-behandeling"), &json!({})).await.status,
                    200
                );
                status = "onderzoek";
            }
        }
        let (zaaktype, persoon) = (zaaktype.to_owned(), persoon.to_owned());
        self.zaken.push(Zaak { id, wat, zaaktype, persoon, melder, behandelaars, status });
    }

    /// The demonstration's own: all taken in by Linda.
    async fn demozaken(&mut self, linda: &Mens) {
        let verdeler = self.app.login("werkverdeler").await;
        let Demo { maria, dylan, samira, noor, huub, .. } = &self.demo;
        for (persoon, zaaktype, workers) in [
            (maria, "AANVRAAG-BIJZONDERE-BIJSTAND", &["peter"][..]),
            (maria, "MELDING-WMO", &["kevin", "emma"]),
            (dylan, "AANVRAAG-JEUGDHULP", &["kevin", "emma"]),
            (samira, "AANVRAAG-LEVENSONDERHOUD", &[]),
            (noor, "AANVRAAG-JEUGDHULP", &[]),
            (huub, "AANVRAAG-BIJZONDERE-BIJSTAND", &["medewerker-budgetbeheer"]),
        ] {
            let query = format!("/api/v1/zaken?lijst=mijn&persoon={persoon}&zaaktype={zaaktype}");
            let id = self.app.get(linda, &query).await.json()["items"][0]["id"].as_str().unwrap().to_owned();
            let mut behandelaars = Vec::new();
            for one in workers {
                behandelaars.push(self.app.login(one).await.id);
            }
            let status = if workers.is_empty() { "ontvangen" } else { "verdeeld" };
            let feit = Zaak {
                id,
                wat: "demo",
                zaaktype: zaaktype.to_owned(),
                persoon: persoon.clone(),
                melder: "linda",
                behandelaars,
                status,
            };
            self.zaken.push(feit);
        }
        let all = self.app.get(&verdeler, "/api/v1/zaken?lijst=alle&aantal=200").await.json();
        assert_eq!(
            all["items"].as_array().unwrap().len(),
            self.zaken.len(),
            "every zaak of the demonstration is a fact here"
        );
    }

    async fn leg_zaken(&mut self, linda: &Mens) {
        self.demozaken(linda).await;
        let els = self.els.clone();
        let Demo { moeder, vader, kind, .. } = &self.demo;
        let (moeder, vader, kind) = (moeder.clone(), vader.clone(), kind.clone());
        self.zaak("Wmo van Els", "linda", "MELDING-WMO", &els, &["emma"]).await;
        self.zaak("Bijstand van Els", "peter", "AANVRAAG-BIJZONDERE-BIJSTAND", &els, &[]).await;
        self.zaak("Jeugdhulp, begonnen", "linda", "AANVRAAG-JEUGDHULP", &kind, &["kevin"]).await;
        self.zaak("Jeugdhulp, wacht", "kcc", "AANVRAAG-JEUGDHULP", &kind, &[]).await;
        self.zaak("Vertrouwelijk, begonnen", "peter", "ONDERZOEK-RECHTMATIGHEID", &moeder, &["peter"]).await;
        self.zaak("Vertrouwelijk, wacht", "peter", "ONDERZOEK-RECHTMATIGHEID", &els, &[]).await;
        self.zaak("Levensonderhoud", "kcc", "AANVRAAG-LEVENSONDERHOUD", &moeder, &["peter"]).await;
        self.zaak("Wmo van vader", "linda", "MELDING-WMO", &vader, &["kevin"]).await;
        self.zaak("Naar werk", "linda", "AANVRAAG-LEVENSONDERHOUD", &vader, &["sara"]).await;
        self.zaak("Van Ruben", "regisseur2", "MELDING-WMO", &vader, &["regisseur2"]).await;
    }

    async fn leg_thuis(&mut self, linda: &Mens) {
        let Demo { maria, dylan, samira, noor, ilyas, moeder, kind, tom, .. } = &self.demo;
        for leden in [[&self.els, tom], [moeder, kind]] {
            let body: Vec<Value> =
                leden.iter().map(|lid| json!({ "persoon": lid, "bron": "handmatig" })).collect();
            let id = id(&self.app.post(linda, "/api/v1/huishoudens", &json!({ "leden": body })).await);
            self.thuis.push(Thuis { id, leden: leden.map(Clone::clone).to_vec() });
        }
        for leden in [vec![maria, dylan], vec![samira, noor, ilyas]] {
            let path = format!("/api/v1/personen/{}/huishouden", leden[0]);
            let home = self.app.get(linda, &path).await.json()["huishouden"].clone();
            assert_eq!(home["leden"].as_array().unwrap().len(), leden.len(), "{home}");
            self.thuis.push(Thuis {
                id: home["id"].as_str().unwrap().to_owned(),
                leden: leden.into_iter().cloned().collect(),
            });
        }
    }

    async fn plan(
        &mut self,
        regisseur: &'static str,
        leden: [&String; 2],
        zaken: &[&str],
        teksten: [(Option<usize>, &'static str); 3],
    ) {
        let mens = self.app.login(regisseur).await;
        // Found as on the page: to whom only an id came by, nobody is there.
        for geboren in ["1985-01-01", "1984-01-01", "2016-01-01"] {
            let vraag = json!({ "naam": "Zichtman", "geboortedatum": geboren, "voor": "groep" });
            assert_eq!(self.app.post(&mens, "/api/v1/personen/zoek", &vraag).await.status, 200);
        }
        let body = json!({ "leden": leden, "waarom": "Wij willen samen beter helpen." });
        let groep = id(&self.app.post(&mens, "/api/v1/groepen", &body).await);
        let plan = id(&self.app.post(&mens, &format!("/api/v1/groepen/{groep}/plan"), &json!({})).await);
        let path = format!("/api/v1/plannen/{plan}");
        for (lid, tekst) in teksten {
            let voor = lid.map_or(json!("groep"), |at| json!({ "lid": leden[at] }));
            let doel = json!({ "voor": voor, "omschrijving": tekst });
            assert_eq!(self.app.post(&mens, &format!("{path}/doelen"), &doel).await.status, 200);
        }
        let linked: Vec<String> =
            self.zaken.iter().filter(|feit| zaken.contains(&feit.wat)).map(|feit| feit.id.clone()).collect();
        assert_eq!(linked.len(), zaken.len());
        for zaak in &linked {
            let answer = self.app.post(&mens, &format!("{path}/zaken"), &json!({ "zaak": zaak })).await;
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        let whose = |lid: Option<usize>| lid.map(|at| leden[at].clone());
        self.plannen.push(Plan {
            id: plan,
            groep,
            leden: leden.map(Clone::clone).to_vec(),
            regisseur,
            zaken: linked,
            teksten: teksten.iter().map(|(lid, tekst)| (whose(*lid), *tekst)).collect(),
        });
    }

    async fn leg_plannen(&mut self) {
        let Demo { moeder, vader, kind, noor, ilyas, .. } = &self.demo;
        let (moeder, vader, kind, children) =
            (moeder.clone(), vader.clone(), kind.clone(), vec![noor.clone(), ilyas.clone()]);
        let one = [
            (None, "Samen eten in huis een"),
            (Some(0), "Kind slaapt in huis een"),
            (Some(1), "Moeder rust uit in huis een"),
        ];
        self.plan("regisseur", [&kind, &moeder], &["Jeugdhulp, begonnen", "Levensonderhoud"], one).await;
        let two = [
            (None, "Samen eten in huis twee"),
            (Some(0), "Kind slaapt in huis twee"),
            (Some(1), "Vader werkt in huis twee"),
        ];
        self.plan("regisseur2", [&kind, &vader], &["Wmo van vader", "Naar werk"], two).await;
        // Rianne's of the demonstration.
        let rianne = self.app.login("regisseur").await;
        let list = self.app.get(&rianne, "/api/v1/plannen").await.json();
        let own = self.plannen[0].id.clone();
        let demo = list["regie"].as_array().unwrap().iter().find(|plan| plan["id"] != *own).unwrap();
        self.plannen.push(Plan {
            id: demo["id"].as_str().unwrap().to_owned(),
            groep: demo["groep"].as_str().unwrap().to_owned(),
            leden: children,
            regisseur: "regisseur",
            zaken: Vec::new(),
            teksten: vec![(None, "om de week een weekend bij hun vader")],
        });
    }

    /// A report by somebody, and the signaal that it became; `landt` are the plans of whom it is about.
    async fn signaal(&mut self, melder: &str, soort: &'static str, persoon: &str, landt: &[usize]) {
        let mens = self.app.login(melder).await;
        self.zoekt(&mens, persoon).await;
        let body = json!({ "soort": soort, "persoon": persoon });
        let answer = self.app.post(&mens, "/api/v1/signalen", &body).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let plannen: BTreeSet<String> = landt.iter().map(|at| self.plannen[*at].id.clone()).collect();
        let reader = if landt == [1] { "regisseur2" } else { "regisseur" };
        let reader = self.app.login(reader).await;
        let id = self.app.get(&reader, "/api/v1/signalen?stand=alle").await.json()["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["signaalsoort"] == soort && row["betreft"]["persoon"]["id"] == persoon)
            .unwrap_or_else(|| unreachable!("{soort} about {persoon}"))["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let heeft_plaats = self.heeft_adres(persoon) && persoon != self.els && persoon != self.demo.tom;
        self.signalen.push(Signaal {
            id,
            soort,
            persoon: Some(persoon.to_owned()),
            plannen,
            heeft_plaats,
            bron: "professional",
        });
    }

    async fn leg_signalen(&mut self) {
        // Those of the demonstration first: three about Samira, one about Dylan, one about somebody who is not known yet.
        let rianne = self.app.login("regisseur").await;
        let list = self.app.get(&rianne, "/api/v1/signalen?stand=alle").await.json();
        let about = |row: &Value| row["betreft"]["persoon"]["id"].as_str().map(str::to_owned);
        for (soort, persoon) in [
            ("huurachterstand", Some(self.demo.samira.clone())),
            ("energie_afsluiting", Some(self.demo.samira.clone())),
            ("overlast", Some(self.demo.samira.clone())),
            ("schoolverzuim", Some(self.demo.dylan.clone())),
            ("zorgen_om_kind", None),
        ] {
            let rows = list["items"].as_array().unwrap();
            let row = rows.iter().find(|row| row["signaalsoort"] == soort && about(row) == persoon).unwrap();
            let heeft_plaats = persoon.is_some();
            let bron = if soort == "energie_afsluiting" { "professional" } else { "other" };
            let id = row["id"].as_str().unwrap().to_owned();
            self.signalen.push(Signaal { id, soort, persoon, plannen: BTreeSet::new(), heeft_plaats, bron });
        }
        assert_eq!(list["items"].as_array().unwrap().len(), self.signalen.len());
        let (els, tom) = (self.els.clone(), self.demo.tom.clone());
        let Demo { moeder, vader, kind, .. } = &self.demo;
        let (moeder, vader, kind) = (moeder.clone(), vader.clone(), kind.clone());
        for (melder, soort, over, landt) in [
            ("linda", "huurachterstand", &els, &[][..]),
            ("emma", "zorgmijding", &els, &[]),
            ("kevin", "schoolverzuim", &els, &[]),
            ("kcc", "overlast", &tom, &[]),
            ("linda", "energie_afsluiting", &tom, &[]),
            ("emma", "partnergeweld", &tom, &[]),
            ("kevin", "schoolverzuim", &kind, &[0, 1]),
            ("linda", "overlast", &moeder, &[0]),
            ("emma", "zorgmijding", &vader, &[1]),
        ] {
            self.signaal(melder, soort, over, landt).await;
        }
        self.geland().await;
    }

    /// Comes back when what follows from the reports is done: each that should is with its regisseurs. That a signaal itself then hears
    /// that it landed changes nothing that anybody sees (KING-G4).
    async fn geland(&self) {
        for (at, who) in [(0, "regisseur"), (1, "regisseur2")] {
            let mens = self.app.login(who).await;
            let expected =
                self.signalen.iter().filter(|signaal| signaal.plannen.contains(&self.plannen[at].id)).count();
            self.app
                .wacht_op(&mens, &format!("plan/{}@wat", self.plannen[at].id), |b| {
                    b["signalen"].as_array().is_some_and(|all| all.len() == expected)
                })
                .await;
        }
    }
}
