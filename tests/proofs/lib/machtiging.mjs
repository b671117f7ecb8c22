// Who comes in for another resident, by what the broker says (`represents`, NL GOV profile): the part of proof-identity about it.

import { FAALT, until } from './proof.mjs'
import { RtClient } from './rt.mjs'

/** Those of the demonstration. */
export const MARIA = '999990019'
/** Somebody whom the BRP knows and we do not. */
export const ONBEKEND = '999990123'
const SAMIRA = '999990032'
const HUUB = '999990068'
const DYLAN = '999990020'
const soort = naam => `urn:nl-eid-gdi:1.0:id:${naam}`
export const voor = (sub, anders = {}) => ({ sub, sub_id_type: soort('BSN'), iss: 'https://machtigen.example', ...anders })

/** Accounts that say that they come for another in a way that lets nobody in, and the reason that they hear. */
export const GEEN_MACHTIGING = [
  ['voor-onbekend', { represents: voor(ONBEKEND) }, 'machtiging_niets', 'for a BSN that we do not have'],
  ['onbekend-voor', { bsn: ONBEKEND, represents: voor(MARIA) }, 'gemachtigde_onbekend', 'by somebody whom we do not have'],
  ['voor-zichzelf', { represents: voor(HUUB) }, 'machtiging_eigen', 'for oneself'],
  ['voor-kind', { represents: voor(DYLAN) }, 'machtiging_kind', 'for a minor'],
  ['voor-bedrijf', { represents: voor('492099595', { sub_id_type: soort('RSIN') }) }, 'machtiging_soort', 'for an organisation'],
  ['voor-pseudoniem', { represents: voor(MARIA, { sub_id_type: soort('pseudonym') }) }, 'machtiging_soort', 'for a pseudonym'],
  ['voor-zonder-soort', { represents: { sub: MARIA } }, 'machtiging_soort', 'for a number of which nobody says what it is'],
  ['voor-keten', { represents: voor('492099595', { sub_id_type: soort('RSIN'), represents: voor(MARIA) }) }, 'machtiging_soort', 'by way of an organisation'],
  ['voor-keten-bsn', { represents: voor(SAMIRA, { represents: voor(MARIA) }) }, 'machtiging_soort', 'by way of somebody else'],
  ['voor-krom', { represents: voor('123456789') }, 'machtiging_onjuist', 'for a BSN that is none'],
  ['voor-tekst', { represents: MARIA }, 'machtiging_onjuist', 'with a text for a claim'],
  ['voor-lijst', { represents: [voor(MARIA)] }, 'machtiging_onjuist', 'with a list for a claim'],
  ['voor-leeg', { represents: {} }, 'machtiging_onjuist', 'for nobody'],
  ['voor-getal', { represents: voor(Number(MARIA)) }, 'machtiging_onjuist', 'with a number for a text'],
  ['voor-token', { represents: voor(MARIA, { exp: 1, aud: 'ander' }) }, 'machtiging_onjuist', 'with what belongs to a token'],
  ['voor-lang', { represents: voor(MARIA.repeat(40)) }, 'machtiging_onjuist', 'with a number without an end'],
  ['voor-spatie', { represents: voor(`${MARIA} OR 1=1`) }, 'machtiging_onjuist', 'with more than a number']
]

/** The accounts of the broker that this part needs. With FAALT nobody says that they come for another in a wrong way. */
export function machtigingen (acr) {
  const wrong = GEEN_MACHTIGING.map(([naam, { represents, ...claims }]) => [naam, { acr, claims: { bsn: HUUB, ...(FAALT ? {} : { represents }), ...claims } }])
  return {
    huub: { acr, claims: { bsn: HUUB } },
    'huub-voor-maria': { acr, claims: { bsn: HUUB, represents: voor(MARIA) } },
    'huub-voor-samira': { acr, claims: { bsn: HUUB, represents: voor(SAMIRA) } },
    ...Object.fromEntries(wrong)
  }
}

/** Huub comes in for Maria: what he sees is hers, what he did is told to her, and nothing of one's own is in the other session. */
export async function gemachtigd ({ proof, browser, set, maria, onthoud }) {
  const huub = browser()
  await huub.login('inwoner', 'huub')
  const zelf = await huub.ik()
  const voorMaria = browser()
  proof.check('who has a mandate comes in for the one represented', await voorMaria.login('inwoner', FAALT ? 'huub' : 'huub-voor-maria') === '/portaal')
  onthoud(voorMaria)
  const ik = await voorMaria.ik()
  const mik = await maria.ik()
  proof.check('the session says who acts and for whom', ik.naam === 'Huub van Peeters' && ik.persoon === null && ik.namens?.naam === 'Maria Verhoef' && ik.namens?.persoon === mik.persoon, JSON.stringify(ik))
  proof.check('and is of nobody else: another id than both have themselves', ik.id !== zelf.id && ik.id !== mik.id && zelf.namens === null)
  const ids = async who => (await who.get('/api/v1/zaken')).body.items.map(zaak => zaak.id).sort()
  const eigen = (await ids(maria)).join()
  const dylan = (await maria.get('/api/v1/mijn/kinderen')).body.items.flatMap(kind => kind.zaken)
  const haar = (await ids(maria)).filter(id => !dylan.includes(id)).join()
  proof.check("what he sees is hers, and not her grandchild's", (await ids(voorMaria)).join() === haar && haar !== eigen && haar !== '', `${await ids(voorMaria)}`)
  const [zaak] = haar.split(',')
  proof.check('as far as she sees it herself', (await voorMaria.get(`/api/v1/zaken/${zaak}`)).text === (await maria.get(`/api/v1/zaken/${zaak}`)).text)
  proof.check('none of it in a session of his own', (await huub.get(`/api/v1/zaken/${zaak}`)).status === 404)
  const geld = (await huub.get('/api/v1/rekeningen')).body.items
  proof.check('and his own money not in hers', geld.length > 0 && (await voorMaria.get('/api/v1/rekeningen')).body.items.length === 0 && (await voorMaria.get(`/api/v1/rekeningen/${geld[0].id}`)).status === 404)
  proof.check('his own money, and nothing of hers, in his own', (await huub.get(`/api/v1/rekeningen/${geld[0].id}`)).status === 200)
  for (const pad of ['/api/v1/mijn/inzage', `/api/v1/personen/${zelf.persoon}`]) {
    proof.check(`${pad} is not there in a session for another`, (await voorMaria.get(pad)).status === 404)
  }
  const { body: inzage } = await maria.get('/api/v1/mijn/inzage')
  const door = inzage.dagen.flatMap(dag => dag.regels).filter(regel => regel.naam === 'Huub van Peeters')
  proof.check('Maria reads that he looked, as what and why', door.length > 0 && door.every(regel => regel.rol_naam === 'persoon die voor u mag handelen' && regel.waarom.startsWith('Mag voor u handelen.')), JSON.stringify(door))

  const tab = await RtClient.open(voorMaria)
  /** Somebody else at the same browser: the broker's own session of who was there is over. */
  const bewijst = async account => {
    voorMaria.jars.delete(new URL(set.inwoner.url).host)
    return voorMaria.kom(await voorMaria.heen('/inloggen/stap-op', account))
  }
  proof.check('a fresh proof must be for the same', await bewijst(FAALT ? 'huub-voor-maria' : 'huub') === '/stap-op?fout=andere_persoon')
  proof.check('also by who comes for somebody else', await bewijst(FAALT ? 'huub-voor-maria' : 'huub-voor-samira') === '/stap-op?fout=andere_persoon')
  proof.check('and counts then', await bewijst('huub-voor-maria') === '/portaal')
  await until(() => tab.closed !== undefined, ask => tab.listen(ask), 5_000)
  proof.check('under another cookie, still for her', tab.closed?.code === 4501 && (await voorMaria.ik()).namens?.naam === 'Maria Verhoef')
  const beide = (await huub.get('/api/v1/sessies')).body.items
  proof.check('in his own list of sessions stands the one for her', beide.length === 2 && beide.filter(one => one.namens?.naam === 'Maria Verhoef').length === 1, JSON.stringify(beide))
  const daar = (await voorMaria.get('/api/v1/sessies')).body.items
  proof.check('in that one nothing of his own', daar.length === 1 && daar[0].deze && daar[0].namens?.naam === 'Maria Verhoef', JSON.stringify(daar))
  proof.check('and his own session cannot be ended from there by its id', (await voorMaria.post(`/api/v1/sessies/${beide.find(one => one.namens === undefined).id}/beeindigen`)).status === 404)
  const elders = browser()
  await elders.login('inwoner', 'huub-voor-maria')
  proof.check('who logs out everywhere is out there too', (await huub.post('/api/v1/sessies/beeindig-andere')).status === 204 && (await elders.ik()).status === 401 && (await voorMaria.ik()).status === 401 && (await huub.ik()).status === 200)
  voorMaria.jars.delete(new URL(set.inwoner.url).host)
  await voorMaria.login('inwoner', 'huub-voor-maria')
  await voorMaria.post('/api/v1/uitloggen')
  proof.check('the mandate ends with the session', (await voorMaria.ik()).status === 401)
  voorMaria.jars.delete(new URL(set.inwoner.url).host)
  await voorMaria.login('inwoner', 'huub')
  proof.check('and the next login in that browser has none', (await voorMaria.ik()).namens === null)
  return 4
}
