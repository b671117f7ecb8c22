/** Bytes that went to the server as hostile input, over all sockets: what an input is weighed against. */
export const sent = { bytes: 0 }
