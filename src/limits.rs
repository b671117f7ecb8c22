//! Every bound of the core, with unit and reason. Bounds of the actors and the edge stand in their own `limits.rs`.

/// Bytes of one command's JSON, the same as a control frame on `/rt`. A melding with a report of several pages is below 32 KiB.
pub const COMMAND_BYTES_MAX: usize = 64 * 1024;

/// Depth of JSON that is read from outside. Ours is five deep.
pub const JSON_DEPTH_MAX: usize = 32;

/// Bytes of one document frame. A pasted page of text is below 100 KiB.
pub const DOCUMENT_FRAME_BYTES_MAX: usize = 1024 * 1024;

/// Bytes of a document (as one update) above which its writers are warned: browsers grow slow.
pub const DOCUMENT_BYTES_WARN: usize = 5 * 1000 * 1000;

/// Bytes that a document must be below again before its next growth beyond [`DOCUMENT_BYTES_WARN`] is told: a tenth less, so that it
/// is not told with each word around the bound.
pub const DOCUMENT_BYTES_WARN_AGAIN: usize = 4_500 * 1000;

/// Bytes of a document above which further text is refused: browsers freeze for seconds beyond it.
pub const DOCUMENT_BYTES_MAX: usize = 20 * 1000 * 1000;

/// Writes in one transaction of the journal. Beyond this the gain of a larger group is below a tenth.
pub const COMMIT_BATCH_MAX: usize = 512;

/// Concepten that one person has at once: one of each form, and of a few zaken.
pub const CONCEPTEN_MAX: usize = 20;

/// Fields of one concept. A contact about the largest huishouden ([`LEDEN_MAX`]) has four for each lid and ten more.
pub const CONCEPT_VELDEN_MAX: usize = 150;

/// Characters of the name of a field of a concept: a word and an id.
pub const CONCEPT_VELDNAAM_MAX: usize = 64;

/// Views with a name that one person has in one role: what one can choose from at a glance.
pub const WEERGAVEN_MAX: usize = 12;

/// Characters of the name of a view: what fits on its button.
pub const WEERGAVE_NAAM_CHARS_MAX: usize = 40;

/// Bytes of what a view looks at: every filter, every column and an order, a few times over.
pub const WEERGAVE_ADRES_CHARS_MAX: usize = 500;

/// Persons about whom one concept is: a huishouden and who speaks for it.
pub const CONCEPT_PERSONEN_MAX: usize = LEDEN_MAX + 1;

/// Streams that one command may touch; more would be a batch job in steps.
pub const STREAMS_PER_COMMAND_MAX: usize = 32;

/// Events that one command may record.
pub const EVENTS_PER_COMMAND_MAX: usize = 256;

/// Rows that one read of the global feed returns.
pub const FEED_PAGE_ROWS: usize = 500;

/// Rows of a document's tail after which a snapshot is made.
pub const SNAPSHOT_AFTER_ROWS: u64 = 500;

/// Bytes of a document's tail after which a snapshot is made.
pub const SNAPSHOT_AFTER_BYTES: usize = 256 * 1024;

/// Rows that are packed into one compacted chunk.
pub const CHUNK_ROWS: u64 = 1000;

/// Characters of a remark beside a text or an answer to it: a paragraph. What is longer belongs in the text.
pub const OPMERKING_CHARS_MAX: usize = 1_000;

/// Characters of the words that a remark is about, kept with it for when they are gone: two lines.
pub const CITAAT_CHARS_MAX: usize = 200;

/// Answers to one remark. What takes more is a talk.
pub const REACTIES_MAX: usize = 30;

/// People who are named in one remark or answer: as many as a talk has, and no more.
pub const GENOEMDEN_MAX: usize = DEELNEMERS_MAX;

/// Bytes of all that stands in the margin of one document, remarks that were dealt with too: it goes whole to each who has the document
/// open with each change, and what waits for one connection (64 KiB) holds it.
pub const KANTLIJN_BYTES_MAX: usize = 48 * 1024;

/// Bytes that an entry in the margin takes on the wire beside its words: ids, the name of who wrote it, and times.
pub const KANTLIJN_ENTRY_BYTES: usize = 300;

/// Bytes of one id in a list of those who are named, quoted.
pub const KANTLIJN_ID_BYTES: usize = 40;

/// Characters of the name of a version: what fits on one line of a phone twice.
pub const VERSIENAAM_CHARS_MAX: usize = 80;

/// Days that a command's answer is kept for a repeat of it: longer than an offline laptop's holiday.
pub const COMMAND_ANSWER_DAYS: i64 = 14;

/// Behandelaars of one zaak. Two or three is usual; a complex household has six.
pub const BEHANDELAARS_MAX: usize = 16;

/// Klantcontacten of one zaak: one each workday for a year and a half. All of them go with each view of the zaak.
pub const KLANTCONTACTEN_MAX: usize = 400;

/// Characters of what a klantcontact was about: a few lines (KING-KC1).
pub const KLANTCONTACT_CHARS_MAX: usize = 1_000;

/// Taken of one zaak, done ones too: two a week for a year. All of them go with each view of the zaak.
pub const TAKEN_MAX: usize = 100;

/// Characters of a taak: one line on a phone, and what waits for one connection holds all of a zaak's.
pub const TAAK_CHARS_MAX: usize = 160;

/// Characters of why a talk is not held: one line on a phone.
pub const AFZEGGING_CHARS_MAX: usize = 160;

/// Days ahead (and back) that an absence may reach. Parental leave is below half of it.
pub const AFWEZIG_DAGEN_MAX: i64 = 366;

/// Years ahead that the day of a taak or an actie may lie: a maatregel of the youth court and the longest Wmo voorziening are looked at
/// again within five. What lies further is a year that was typed wrong.
pub const AFSPRAAK_JAREN_MAX: i16 = 5;

/// Characters of why somebody breaks the glass: a sentence, and not a word (G28).
pub const GLAS_REDEN_CHARS_MIN: usize = 20;

/// Characters of why a groep is made of somebody whom its maker had nothing to do with: a sentence that this person reads, and not a word.
pub const GROEP_WAAROM_CHARS_MIN: usize = 20;

/// Minutes that a glas holds at most (KING-R4e, design §4).
pub const GLAS_MINUTEN_MAX: i64 = 60;

/// Words of what somebody wants to read a zaak for, at least: two could not say it (KING-R6e).
pub const TOESTEMMING_DOEL_WOORDEN_MIN: usize = 3;

/// Days ahead that consent can reach: after a year the person is asked again.
pub const TOESTEMMING_DAGEN_MAX: i64 = 366;

/// Days that a question for consent waits for an answer: a holiday, and a letter after it.
pub const TOESTEMMING_ANTWOORD_DAGEN: i64 = 30;

/// Questions for consent of one asker that wait for one person: whoever is asked more than these reads none of them well (N-33). Of each asker by itself,
/// as a refusal that counted those of others would tell of them; who may ask already helps this person, and those are a few.
pub const TOESTEMMING_VRAGEN_MAX: usize = 3;

/// Hours between letting another lid of the groep see something and their seeing it: a night, and a working day to call the regisseur. Who was pressed at
/// the kitchen table takes it back before anybody saw anything (KING-R1g).
pub const BEDENKTIJD_UREN: i64 = 24;

/// What one person lets others of their groepen see and has not ended: one view carries all of it, so that none is out of sight of who may take it back.
pub const MEEKIJKEN_LOPEND_MAX: usize = 40;

/// Questions and consents of one asker that have not ended; consents of one person that hold, and questions that are shown to them at a time. One
/// view carries them all, so that none is out of sight of who may take it back. What others ask is in no bound of an asker: it would tell of them.
pub const TOESTEMMINGEN_LOPEND_MAX: usize = 40;

/// Toekenningen that one medewerker has or gave and that have not ended. Two or three is usual; a manager in a wave of illness has twenty.
pub const TOEKENNINGEN_OPEN_MAX: usize = 64;

/// Glazen that the review list carries; how many there are is told beside it. A gemeente breaks a few in a year.
pub const GLAZEN_GETOOND_MAX: usize = 50;

/// Days within which a look is looked back at; after them it is late, and stays. Two weeks: people still know why they looked.
pub const NAZICHT_DAGEN: i64 = 14;

/// Items to look back at that the list carries, the oldest first; how many there are is told beside it.
pub const NAZICHT_GETOOND_MAX: usize = 200;

/// Items that were looked back at that the list carries, the newest first. The others stand in the record.
pub const NAZICHT_GEDAAN_GETOOND_MAX: usize = 50;

/// Lines of the trail that one item rests on. Whoever did more at one person on one day has a second item with what came after.
pub const NAZICHT_REGELS_MAX: usize = 300;

/// Days of the trail that a sweep reads again. What was missed in a crash is days old, not weeks; and who comes to be known as somebody's
/// colleague has their last month looked back at.
pub const NAZICHT_TERUG_DAGEN: i64 = 31;

/// Zaken and plans that one part of an overdracht moves: with its own stream they fit one transaction
/// ([`STREAMS_PER_COMMAND_MAX`]). A caseload is twenty to forty zaken.
pub const OVERDRACHT_DEEL_MAX: usize = 30;

/// Medewerkers whose own figures a live dashboard carries; more would not fit what may wait for one connection. The others are counted
/// in its totals, and HTTP has them all.
pub const CASELOAD_MEDEWERKERS_MAX: usize = 150;

/// Days of history that a dashboard shows, today among them.
pub const CASELOAD_DAGEN: i64 = 31;

/// Deelnemers of one gesprek.
pub const DEELNEMERS_MAX: usize = 32;

/// Zaken that one gesprek can belong to.
pub const ZAKEN_PER_GESPREK_MAX: usize = 16;

/// Meldingen of one contact. Two or three is usual; a family at the desk has five.
pub const MELDINGEN_PER_CONTACT_MAX: usize = 8;

/// Characters of one answer in the short report of a contact: a page.
pub const ANTWOORD_CHARS_MAX: usize = 4_000;

/// Additions to the report of one contact; after a few it is a gesprek.
pub const AANVULLINGEN_MAX: usize = 50;

/// Characters of what is known of somebody whose identity is not: what a note at the desk holds.
pub const BESCHRIJVING_CHARS_MAX: usize = 2_000;

/// Members of one huishouden. The largest families have fifteen; a group home is no huishouden.
pub const LEDEN_MAX: usize = 30;

/// Characters of why somebody lives elsewhere than the BRP says: two sentences, which all who work for the huishouden read.
pub const VERBLIJF_CHARS_MAX: usize = 500;

/// Characters of why something was wrongly recorded about gezag or where somebody lives: more than a word. Who reads back later why somebody
/// lost their say over a child must find a reason.
pub const HERROEP_REDEN_CHARS_MIN: usize = 10;

/// Characters of why something was wrongly recorded about gezag or where somebody lives: two sentences.
pub const HERROEP_REDEN_CHARS_MAX: usize = 500;

/// Relations of gezag over one person, ended and taken back ones too.
pub const GEZAG_MAX: usize = 32;

/// Years from today within which gezag by a ruling begins: a court decides about what is at hand, and a year typed wrong is far away.
pub const GEZAG_VOORUIT_JAREN_MAX: i64 = 1;

/// Accounts under which one person works here: more is a list of colleagues and not of one.
pub const ACCOUNTS_PER_MENS_MAX: usize = 5;

/// Medewerkers who may work on one protected dossier: they are chosen one by one.
pub const BESCHERMING_MEDEWERKERS_MAX: usize = 50;

/// Protected dossiers that their list carries; how many there are is told beside it.
pub const BESCHERMD_GETOOND_MAX: usize = 200;

/// Openings of protected dossiers that are read back at once: of each dossier the last ones, and of all together.
pub const OPENINGEN_PER_DOSSIER_MAX: usize = 25;
/// See [`OPENINGEN_PER_DOSSIER_MAX`].
pub const OPENINGEN_MAX: usize = 100;

/// Characters of a name part.
pub const NAAM_CHARS_MAX: usize = 200;

/// Characters of a subject line.
pub const ONDERWERP_CHARS_MAX: usize = 200;

/// Characters of a melding's short report.
pub const TOELICHTING_CHARS_MAX: usize = 20_000;

/// Entries of its timeline that a view of a zaak or plan carries, the last ones. All of a plan's are read by page (`/plannen/{id}/tijdlijn`).
pub const TIJDLIJN_ENTRIES_MAX: usize = 200;

/// Rows that a list returns at most.
pub const PAGE_ROWS_MAX: usize = 200;

/// Persons that a search returns at most; more than these is "refine your question".
pub const SEARCH_ROWS_MAX: usize = 50;

/// Characters of what somebody looks for in their own work: a name with prefixes and a subject.
pub const WERK_ZOEK_CHARS_MAX: usize = 80;

/// Zaken, and as many persons, that a search in one's own work shows: more is not read in a list of suggestions, one types a letter more.
pub const WERK_TREFFERS_MAX: usize = 8;

/// Transactions of one beheerrekening that are kept at hand: five years of a busy one. Older ones stand in the journal and in Allegro.
pub const TRANSACTIES_BEWAARD_MAX: usize = 2_000;

/// Transactions that the source names at once, newest first: three months of a busy account. When none of so many was known there may
/// be more between them and what was known.
pub const TRANSACTIES_PER_ANTWOORD: usize = 100;

/// Transactions that a balance carries along; the rest is read by page.
pub const TRANSACTIES_BIJ_SALDO: usize = 10;

/// Characters of a customer number of the source of a beheerrekening. Ours has ten.
pub const KLANT_CHARS_MAX: usize = 32;
/// Leden of one groep, and participants around it. A large household with its neighbours is below a third.
pub const GROEPSLEDEN_MAX: usize = 32;

/// Regisseurs of one plan: a duo or a small team (KING-RG3).
pub const REGISSEURS_MAX: usize = 8;

/// Days that something of a plan is kept from the leden at most: half a year, as long as a plan usually runs before it is looked at as a whole. What
/// is to stay away longer needs a judgement of its own (KING-R1c).
pub const ACHTERHOUDEN_DAGEN_MAX: i64 = 183;

/// Doelen of one plan, ended ones too. A plan that has more is no plan.
pub const DOELEN_MAX: usize = 100;

/// Acties of one plan, done ones too: two a week for four years.
pub const ACTIES_MAX: usize = 400;

/// What leden said of the goals of one plan, all together: each of ten leden ten times a year, for four years.
pub const DOELREACTIES_MAX: usize = 400;

/// Of these, by one lid and read by nobody yet: so many that somebody is to read first.
pub const DOELREACTIES_WACHTEND_MAX: usize = 10;

/// How often one lid can report one action done, and take that back, while nobody who leads the plan did anything with it: each rings. Fewer than
/// [`EERDERE_MELDINGEN_MAX`], so that all of them are kept to be counted.
pub const ACTIEMELDINGEN_WACHTEND_MAX: usize = 5;

/// How often one action can be reported done and asked on, or taken back, before the first of it stands in the time line alone: nobody goes to and fro
/// that often without a call.
pub const EERDERE_MELDINGEN_MAX: usize = 20;

/// Zaken that one plan can hold.
pub const ZAKEN_PER_PLAN_MAX: usize = 64;

/// Attempts to make a groep once more that are kept with it; older ones are in its history.
pub const POGINGEN_MAX: usize = 8;

/// Signalen that land in one plan; beyond it they stay with the wijkteam.
pub const SIGNALEN_PER_PLAN_MAX: usize = 400;

/// Reports of one signaal; the next one begins a signaal of its own.
pub const INZENDINGEN_MAX: usize = 200;

/// Characters of a goal, an action or a result: a line or two (KING-AC3).
pub const DOEL_CHARS_MAX: usize = 400;

/// Characters of what a lid says of a goal or with an action, and of what is answered: a paragraph. What is longer is a talk.
pub const BIJDRAGE_CHARS_MAX: usize = 1_000;

/// Characters of what somebody reports with a signaal.
pub const SIGNAAL_CHARS_MAX: usize = 4000;

/// Characters of a source's own reference.
pub const KENMERK_CHARS_MAX: usize = 100;

/// Characters of the motivation of a besluit. The longest decisions on care fill eight pages.
pub const MOTIVERING_CHARS_MAX: usize = 20_000;

/// Lines of a besluit: what is given. A family's largest decision has a dozen.
pub const BESLUITREGELS_MAX: usize = 50;

/// People who contributed to the versions of one besluit: a gesprek with its most deelnemers, twice.
pub const BIJDRAGERS_MAX: usize = 64;

/// Versions of the besluit on one zaak. A hard one goes back and forth five times.
pub const VOORSTELLEN_MAX: u32 = 200;

/// Whole cents of one line of a besluit: ten million euro, above any single provision.
pub const REGELBEDRAG_CENTS_MAX: i64 = 1_000_000_000;
/// Lines of the trail that are read at a time.
pub const SPOREN_PAGINA: usize = 500;

/// Days of a part of a resident's log: what one looks back on.
pub const INZAGE_DAGEN: i64 = 30;

/// Lines of the trail that one part of a resident's log is made of: a dossier at which ten people work all day has some hundreds a day.
pub const INZAGE_REGELS_MAX: usize = 20_000;

/// Bytes of something that is kept whole. A letter of four pages has some 60 000; what is far longer is no letter.
pub const STUK_BYTES_MAX: usize = 512 * 1024;

/// Characters of an e-mail address (RFC 5321 4.5.3.1.3, less its brackets).
pub const EMAIL_CHARS_MAX: usize = 254;

/// Characters before the at sign (RFC 5321 4.5.3.1.1).
pub const EMAIL_NAAM_MAX: usize = 64;
