// How a React page looks at `/rt`.
import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { opdracht, type Wacht } from '../api/http';
import { bijKlok, nu } from '../klok';
import { herhaling } from './herhaling';
import type { RtConnection } from './lijn/connection';
import type { BundleState, Gebeurde, TopicState } from './topics/kanaal';
import { TopicStore } from './topics/store';

export interface Rt {
  connection: RtConnection;
  topics: TopicStore;
}

export function createRt(connection: RtConnection): Rt {
  return { connection, topics: new TopicStore(connection) };
}

const Context = createContext<Rt | undefined>(undefined);
export const RtProvider = Context.Provider;

export function useRt(): Rt {
  const rt = useContext(Context);
  if (!rt) throw new Error('no RtProvider');
  return rt;
}

export function useRtStatus() {
  const { connection } = useRt();
  return useSyncExternalStore(connection.onStatus, connection.getStatus);
}

/** Asks again what could not be had, when the line is back: nobody need press for it. */
export function useVraagOpnieuw(mislukt: boolean, vraag: () => void) {
  const open = useRtStatus().fase === 'open';
  const laatste = useRef(vraag);
  laatste.current = vraag;
  // Only the coming back of the line is a reason: what fails while it is there is not asked without end.
  const was = useRef(open);
  useEffect(() => {
    const terug = open && !was.current;
    was.current = open;
    if (terug && mislukt) laatste.current();
  }, [open, mislukt]);
}

const NOTHING: TopicState = { stand: 'laden' };
const never = () => () => {};

/** The newest view of a topic; without a topic it stays loading. */
export function useView<T>(topic: string | undefined): TopicState<T> {
  const { topics } = useRt();
  const channel = useMemo(() => (topic ? topics.view(topic) : undefined), [topics, topic]);
  useEffect(() => (channel ? topics.hold(channel) : undefined), [topics, channel]);
  return useSyncExternalStore(
    channel?.listen ?? never,
    channel?.getState ?? (() => NOTHING),
  ) as TopicState<T>;
}

const NO_LIST: BundleState = { stand: 'laden' };

/** The rows of a list; without a topic it stays loading. */
export function useBundle<T>(topic: string | undefined): BundleState<T> {
  const { topics } = useRt();
  const channel = useMemo(() => (topic ? topics.bundle(topic) : undefined), [topics, topic]);
  useEffect(() => (channel ? topics.hold(channel) : undefined), [topics, channel]);
  return useSyncExternalStore(
    channel?.listen ?? never,
    channel?.getState ?? (() => NO_LIST),
  ) as BundleState<T>;
}

/** Counts the news of the talks and documents somebody takes part in; what it is, is asked. */
export function useNieuws(ik: { id: string }): number {
  const nieuws = useView<null>(`gesprekken/${ik.id}`);
  return nieuws.stand === 'klaar' ? nieuws.v : 0;
}

/** Each change of a topic that somebody made while one was looking. */
export function useGebeurde(topic: string | undefined, onEvent: (e: Gebeurde) => void) {
  const { topics } = useRt();
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    if (!topic) return undefined;
    return topics.view(topic).hear((e) => latest.current(e));
  }, [topics, topic]);
}

/** The same for the rows of a list. */
export function useBundleGebeurde(topic: string | undefined, onEvent: (e: Gebeurde) => void) {
  const { topics } = useRt();
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    if (!topic) return undefined;
    return topics.bundle(topic).hear((e) => latest.current(e));
  }, [topics, topic]);
}

type OpdrachtStand = { stand: 'rust' } | { stand: 'bezig'; wacht?: Wacht };

/**
 * One command at a time: a second press while the first is under way does nothing. `run` gives `undefined` when nothing was done and there
 * is nothing to say about it: a second press, or somebody who would not confirm who they are.
 */
export function useOpdracht() {
  const { connection } = useRt();
  const [stand, setStand] = useState<OpdrachtStand>({ stand: 'rust' });
  const busy = useRef(false);
  const terug = useRef(false);
  /** What waits for the line is not sent any more. Leaving the page takes nothing back. */
  const neemTerug = () => {
    terug.current = busy.current;
  };

  const run = async <T>(path: string, body: unknown, versie?: number): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    terug.current = false;
    setStand({ stand: 'bezig' });
    try {
      const repeat = herhaling(
        connection,
        (wacht) => setStand({ stand: 'bezig', wacht }),
        () => terug.current,
      );
      return await opdracht<T>(path, body, repeat, versie);
    } finally {
      busy.current = false;
      setStand({ stand: 'rust' });
    }
  };
  const wacht = stand.stand === 'bezig' ? stand.wacht : undefined;
  return { run, neemTerug, bezig: stand.stand === 'bezig', wacht };
}

/** The server's time, once a minute and when its clock is moved: deadlines and "5 minuten geleden" grow old by themselves. */
export function useNu(): Date {
  const [now, setNow] = useState(nu);
  useEffect(() => {
    const lees = () => setNow(nu());
    const off = bijKlok(lees);
    const timer = setInterval(lees, 60_000);
    lees();
    return () => {
      off();
      clearInterval(timer);
    };
  }, []);
  return now;
}
