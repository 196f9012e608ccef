// What the list page and the lead's own page share: the keys, the judgment, the full text of an offer.
import type { LeadDetail } from '@zhijian/contract';
import { useState } from 'react';
import { type Keys, useKeys } from '../keys/use-keys.ts';
import { useJudging } from './use-judging.ts';

interface Moves {
  next: (() => void) | null;
  previous: (() => void) | null;
  /** Enter; null where the lead's page is open already. */
  open: (() => void) | null;
  /** Escape, once no verdict is pending. */
  back: (() => void) | null;
  search: (() => void) | null;
  undone: (lead_id: string) => void;
}

export const useDesk = (detail: LeadDetail | undefined, moves: Moves) => {
  const [note, setNote] = useState('');
  const [original, setOriginal] = useState(false);
  const [turned, setTurned] = useState({ lead_id: '', at: 0 });
  const [help, setHelp] = useState(false);
  const after = {
    judged: () => {
      setNote('');
      moves.next?.();
    },
    undone: moves.undone,
  };
  const judging = useJudging(detail, after);

  const digit = (index: number) => {
    if (detail === undefined || judging.busy) return;
    const reason = judging.reasons[index];
    const verdict = detail.verdicts[index];
    if (judging.verdict !== null) {
      if (reason !== undefined) judging.give(reason, note);
    } else if (verdict !== undefined && detail.judgment === null) judging.choose(verdict);
  };
  const leave = () => {
    if (judging.verdict !== null) judging.choose(null);
    else moves.back?.();
  };
  const nothing = () => {};
  const keys: Keys = {
    j: moves.next ?? nothing,
    k: moves.previous ?? nothing,
    Enter: moves.open ?? nothing,
    Escape: leave,
    u: judging.takeBack,
    e: () => setOriginal(true),
    '?': () => setHelp(true),
    '/': moves.search ?? nothing,
    ...Object.fromEntries(['1', '2', '3', '4'].map((key, index) => [key, () => digit(index)])),
  };
  useKeys(keys);
  const lead_id = detail?.lead.lead_id ?? '';
  // A new lead begins with its decisive match.
  const at = turned.lead_id === lead_id && turned.at < (detail?.lead.matches.length ?? 0) ? turned.at : 0;
  const show = (next: number) => setTurned({ lead_id, at: next });
  return { at, show, judging, note, setNote, original, setOriginal, help, setHelp };
};
