//! A letter as a page that stands on its own: no script, nothing from elsewhere.

use std::fmt::Write;

use crate::model::{Blok, Brief};

/// The looks of the page. Its colours hold on white and, by the media query, on dark.
const STIJL: &str = "\
:root{color-scheme:light dark;--k:#1b1b1b;--g:#595959;--a:KLEUR;--p:#fff}\
@media(prefers-color-scheme:dark){:root{--k:#f2f2f2;--g:#c4c4c4;--a:#f2f2f2;--p:#1c1c1c}}\
@media print{:root{--k:#000;--g:#444;--p:#fff}}\
*{box-sizing:border-box}\
body{margin:0;background:var(--p);color:var(--k);font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:break-word}\
main{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}\
header{border-bottom:3px solid var(--a);padding-bottom:.5rem;margin-bottom:.5rem}\
header strong{font-size:1.25rem;color:var(--a)}\
.klein{color:var(--g);font-size:.9375rem}\
h1{font-size:1.5rem;line-height:1.3;color:var(--a);margin:2rem 0 1rem}\
h2{font-size:1.125rem;color:var(--a);margin:1.75rem 0 .5rem}\
p{margin:0 0 1rem}address{font-style:normal;margin:1.5rem 0}\
ol{padding-left:1.5rem}li{margin-bottom:.5rem}\
dl{border-left:3px solid var(--a);padding-left:1rem;margin:0 0 1rem}\
dt{font-weight:600}dd{margin:0 0 .5rem}";

/// The page.
pub(crate) fn pagina(brief: &Brief) -> String {
    let mut out = String::with_capacity(8 * 1024);
    let titel = veilig(&brief.titel);
    let stijl = STIJL.replace("KLEUR", &veilig(&brief.afzender.kleur));
    out.push_str("<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    put(&mut out, &format!("<title>{titel}</title>\n<style>{stijl}</style>\n</head>\n<body>\n<main>\n"));
    put(&mut out, &format!("<header><strong>{}</strong></header>\n", veilig(&brief.afzender.naam)));
    if !brief.afzender.regels.is_empty() {
        put(&mut out, &format!("<p class=\"klein\">{}</p>\n", regels(&brief.afzender.regels)));
    }
    put(&mut out, &format!("<address>{}</address>\n", regels(&brief.aan)));
    put(
        &mut out,
        &format!("<p>{}</p>\n<h1>{titel}</h1>\n<p>{}</p>\n", veilig(&brief.datum), veilig(&brief.aanhef)),
    );
    brief.blokken.iter().for_each(|blok| deel(&mut out, blok));
    put(&mut out, &format!("<p>{}</p>\n", regels(&brief.groet)));
    put(&mut out, &format!("<p class=\"klein\">{}</p>\n", veilig(&brief.voet)));
    put(&mut out, &format!("<p class=\"klein\">{}</p>\n</main>\n</body>\n</html>\n", veilig(&brief.kenmerk)));
    out
}

fn deel(out: &mut String, blok: &Blok) {
    match blok {
        Blok::Kop(tekst) => put(out, &format!("<h2>{}</h2>\n", veilig(tekst))),
        Blok::Alinea(tekst) => put(out, &format!("<p>{}</p>\n", veilig(tekst))),
        Blok::Stappen(stappen) => {
            let items: String = stappen.iter().map(|stap| format!("<li>{}</li>\n", veilig(stap))).collect();
            put(out, &format!("<ol>\n{items}</ol>\n"));
        }
        Blok::Gegevens(paren) => {
            let items: String = paren
                .iter()
                .map(|(naam, waarde)| format!("<dt>{}</dt>\n<dd>{}</dd>\n", veilig(naam), veilig(waarde)))
                .collect();
            put(out, &format!("<dl>\n{items}</dl>\n"));
        }
    }
}

fn put(out: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _ = out.write_str(text);
}

fn regels(lines: &[String]) -> String {
    lines.iter().map(|line| veilig(line)).collect::<Vec<_>>().join("<br>\n")
}

/// As text, whatever stands in it.
fn veilig(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
