// A groep of people whom its maker does not work for: they are found first, as on the page, and it is said why.

export const WAAROM = 'Wij willen dit gezin samen beter helpen.'

/** Finds somebody by what one knows of them, so that they are there for who asks. */
export const vind = (sessie, vraag) => sessie.done('/api/v1/personen/zoek', { ...vraag, voor: 'groep' })
