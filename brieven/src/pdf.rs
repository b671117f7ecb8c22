//! A letter as a PDF that everybody can read (PDF/UA-1) and that lasts (PDF/A-2a). typst refuses to write one that is not.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::model::Brief;

/// The template.
const BRIEF: &str = include_str!("../sjablonen/brief.typ");

/// Letters that typst remembers parts of: what was not used in so many letters is let go.
const ONTHOUD: usize = 8;

/// One id for the template, as ids are never given back.
static MAIN: LazyLock<Source> = LazyLock::new(|| {
    let path = VirtualPath::new("brief.typ").unwrap_or_else(|_| unreachable!("a plain name is a path"));
    Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), BRIEF.to_owned())
});

/// Regular and bold. Only what is used of them is in a letter.
static LETTERS: LazyLock<(Vec<Font>, LazyHash<FontBook>)> = LazyLock::new(|| {
    const FILES: [&[u8]; 2] =
        [include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf")];
    let fonts: Vec<_> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let book = FontBook::from_fonts(&fonts);
    (fonts, LazyHash::new(book))
});

/// Why there is no PDF: what typst said of the template, never what the letter says.
pub(crate) type Fout = String;

/// The letter as a PDF; `ident` is what it is known by, and goes in as a hash.
pub(crate) fn maak(brief: &Brief, ident: &str) -> Result<Vec<u8>, Fout> {
    let data = serde_json::to_string(brief).map_err(|error| error.to_string())?;
    let mut inputs = Dict::new();
    inputs.insert("brief".into(), data.into_value());
    let world = Papier { library: LazyHash::new(Library::builder().with_inputs(inputs).build()) };
    let made = typst::compile::<PagedDocument>(&world).output.map_err(|errors| samen(&errors));
    let written = made.and_then(|document| schrijf(&document, ident));
    typst::comemo::evict(ONTHOUD);
    written
}

fn schrijf(document: &PagedDocument, ident: &str) -> Result<Vec<u8>, Fout> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| format!("{error:?}"))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Keukentafel".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| samen(&errors))
}

fn samen(errors: &[SourceDiagnostic]) -> Fout {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// All that a letter can see: the template and the fonts. No file, no time, no network.
struct Papier {
    library: LazyHash<Library>,
}

impl World for Papier {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &LETTERS.1
    }

    fn main(&self) -> FileId {
        MAIN.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == MAIN.id() { Ok(MAIN.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.0.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
