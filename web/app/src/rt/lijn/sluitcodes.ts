// Why the server closed the socket.

/** Close codes after which trying again is no use: nonsense, no right, document gone. */
export const NEVER_AGAIN = new Set([4400, 4403, 4410]);
export const SESSION_ENDED = 4401;
/** The session goes on under another cookie. The answer that brings it is still under way to the tab that asked for it. */
export const SESSION_REPLACED = 4501;
