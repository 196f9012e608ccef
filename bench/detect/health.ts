// Asks /health every 20 ms from a process of its own, whether the answer before has come or not: a server that stands still for half a second
// shows as 25 late answers, not as one. Started by stored.ts; it is told which phase begins and says at the end what it saw.
import { Agent, get } from 'node:http';

export interface Delays {
  asked: number;
  /** Not answered with 200. */
  failed: number;
  p50_ms: number;
  p99_ms: number;
  worst_ms: number;
  /** How late this process itself was woken at worst: where it is near the worst delay, the machine was busy, not the server. */
  own_worst_ms: number;
}

const EVERY_MS = 20;

const [, , address = ''] = process.argv;
const agent = new Agent({ keepAlive: true });
const seen = new Map<string, { delays: number[]; failed: number; own: number }>();
let phase = 'idle';

const ask = (): Promise<void> => {
  const mine = of(phase);
  const from = performance.now();
  return new Promise((done) => {
    const ended = (ok: boolean) => {
      mine.delays.push(performance.now() - from);
      if (!ok) mine.failed += 1;
      done();
    };
    const request = get(`${address}/health`, { agent }, (response) => {
      response.resume();
      response.on('end', () => ended(response.statusCode === 200));
    });
    request.on('error', () => ended(false));
  });
};

const of = (name: string) => {
  const known = seen.get(name) ?? { delays: [], failed: 0, own: 0 };
  seen.set(name, known);
  return known;
};

const under = new Set<Promise<void>>();
let due = performance.now();
const turn = (): void => {
  const late = performance.now() - due;
  const mine = of(phase);
  mine.own = Math.max(mine.own, late);
  const one = ask().finally(() => under.delete(one));
  under.add(one);
  due += EVERY_MS;
  if (late > EVERY_MS) due = performance.now() + EVERY_MS;
  timer = setTimeout(turn, Math.max(0, due - performance.now()));
};
let timer = setTimeout(turn, 0);

const told = ({ delays, failed, own }: { delays: number[]; failed: number; own: number }): Delays => {
  const sorted = [...delays].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { asked: sorted.length, failed, p50_ms: at(0.5), p99_ms: at(0.99), worst_ms: sorted.at(-1) ?? 0, own_worst_ms: own };
};

process.on('disconnect', () => process.exit(0));
process.on('message', (next: string) => {
  if (next !== 'end') {
    phase = next;
    return;
  }
  clearTimeout(timer);
  void Promise.all(under).then(() => process.send?.(Object.fromEntries([...seen].map(([name, one]) => [name, told(one)])), () => process.exit(0)));
});
