// The day on which is judged: the body's own (the demo has one, so that it never drifts), else today.
import type { Day } from '@zhijian/contract';
import { settingOf, type Tx } from '../kernel/index.ts';

// China has one zone, UTC+8, and no summer time.
export const todayInBeijing = (): Day => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const judgedOn = async (tx: Tx): Promise<Day> => (await settingOf(tx, 'judged_on')) ?? todayInBeijing();
