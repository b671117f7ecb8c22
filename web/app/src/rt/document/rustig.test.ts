import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BEGIN, type DocumentState } from './documentstand';
import { RUST_MS, Rustig } from './rustig';

let state: DocumentState;
let zeg: () => void;
const provider = {
  getState: () => state,
  listen: (listener: () => void) => {
    zeg = listener;
    return () => {};
  },
};
const zet = (onbewaard: number) => {
  state = { ...state, onbewaard };
  zeg();
};
const maak = () => {
  const gehoord: number[] = [];
  const rustig = new Rustig(
    provider,
    (s) => s.onbewaard,
    (s) => s.onbewaard === 0,
  );
  rustig.luister(() => gehoord.push(rustig.lees()));
  return { rustig, gehoord };
};
beforeEach(() => {
  vi.useFakeTimers();
  state = { ...BEGIN, onbewaard: 0 };
});
afterEach(() => {
  vi.useRealTimers();
});

// shows C4
describe('what is said of keeping', () => {
  it('says at once that something is not kept', () => {
    const { gehoord } = maak();
    zet(1);
    expect(gehoord).toEqual([1]);
  });

  it('says that all is kept when it is still so after a breath', () => {
    const { gehoord } = maak();
    zet(1);
    zet(0);
    vi.advanceTimersByTime(RUST_MS - 1);
    expect(gehoord).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(gehoord).toEqual([1, 0]);
  });

  it('says nothing new while one types on, and never that what is not kept is', () => {
    const { gehoord, rustig } = maak();
    for (let toets = 0; toets < 5; toets += 1) {
      zet(1);
      zet(0);
      vi.advanceTimersByTime(RUST_MS - 50);
    }
    zet(1);
    vi.advanceTimersByTime(10 * RUST_MS);
    expect(gehoord).toEqual([1]);
    expect(rustig.lees()).toBe(1);
  });
});
