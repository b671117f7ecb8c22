// Which zaken were opened in this tab: "nieuw" goes once one looked. In memory only; a reload asks nothing of the device.
const opened = new Set<string>();

export const geopend = (id: string) => void opened.add(id);
export const isGeopend = (id: string) => opened.has(id);
