// Very many ends of a right, on twenty open sockets at once, while somebody goes on writing (G27).

import * as decoding from 'lib0/decoding'
import { until } from './proof.mjs'
import { RtClient } from './rt.mjs'
import { StockClient } from './stock.mjs'

const SOCKETS = 20

/** Emma's sockets on one document; each round takes her out of its talk and lets her in again. */
export async function many (proof, table, count, patience) {
  const { id, gesprek } = await table.document()
  const change = body => table.kevin.done(`/api/v1/gesprekken/${gesprek}/deelnemers`, body)
  const kevin = proof.own(new StockClient(table.kevin, id))
  await kevin.synced()
  const took = []
  let [late, written] = [0, 0]
  const screens = []
  for (let n = 0; n < SOCKETS; n += 1) {
    const rt = proof.own(await RtClient.open(table.emma))
    const screen = { rt, off: undefined }
    rt.takeBinary = bytes => {
      const decoder = decoding.createDecoder(bytes)
      decoding.readUint8(decoder)
      if (decoding.readVarUint(decoder) === screen.off) late += 1
    }
    screens.push(screen)
  }
  const typist = setInterval(() => kevin.write(`veel-${++written} `), 5)
  while (took.length < count) {
    const numbers = await Promise.all(screens.map(async screen => {
      screen.off = undefined
      const ok = await screen.rt.subscribe(`document/${id}`)
      return ok?.t === 'ok' ? ok.a : undefined
    }))
    if (!proof.check('many: everybody is in again', numbers.every(Number.isInteger), JSON.stringify(numbers))) break
    const sent = performance.now()
    await change({ eraf: [table.emma.ik.id] })
    const told = await Promise.all(screens.map(async (screen, at) => {
      const off = () => screen.rt.frames.find(frame => frame.t === 'revoked' && frame.a === numbers[at])
      if (!await until(off, ask => screen.rt.listen(ask), patience)) return false
      screen.off = numbers[at]
      took.push(off().at_ms - sent)
      screen.rt.frames.length = 0
      return true
    }))
    if (!proof.check('many: every socket is told', told.every(Boolean), `${told.filter(Boolean).length} of ${SOCKETS}`)) break
    await change({ erbij: [table.emma.ik.id] })
  }
  clearInterval(typist)
  proof.check('many: not one frame after it', late === 0, `${late} frames`)
  screens.forEach(({ rt }) => rt.destroy())
  return { took, late, written }
}
