// Judging one lead: first the verdict, then its reason, saved at once and undone with one key.
import { useMutation } from '@tanstack/react-query';
import { type JudgmentReason, type LeadDetail, REASONS_OF, VERDICT, type Verdict } from '@zhijian/contract';
import { App } from 'antd';
import { createElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judge, undo } from '../api/commands.ts';
import { useProblemText } from '../components/Failure.tsx';
import { MESSAGE_ICON } from '../icons.tsx';
import { useWord } from '../messages/index.ts';
import { Saved } from './Saved.tsx';
import { rememberJudged, takeLastJudged } from './last-judged.ts';

interface Words {
  verdict: Verdict;
  reason_code: JudgmentReason;
  note: string | null;
}

export const useJudging = (detail: LeadDetail | undefined, after: { judged: () => void; undone: (lead_id: string) => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const word = useWord();
  const textOf = useProblemText();
  const [pending, setPending] = useState<{ lead_id: string; verdict: Verdict } | null>(null);
  const lead_id = detail?.lead.lead_id ?? '';
  // A verdict begun on one lead must not land on another.
  const verdict = pending !== null && pending.lead_id === lead_id ? pending.verdict : null;
  const failed = (error: unknown) => void message.error({ content: textOf(error), icon: MESSAGE_ICON.error });

  // The next lead is shown already; what was just done can still be taken back by hand.
  const saved = (text: string, judged_id: string) => createElement(Saved, { text, undo: () => undoing.mutate(judged_id) });

  const saving = useMutation({
    mutationFn: (words: Words) => judge(lead_id, words),
    onSuccess: (judged, words) => {
      rememberJudged(judged.lead.lead_id);
      setPending(null);
      void message.success({
        content: saved(t('judge.saved', { verdict: word(VERDICT, words.verdict) }), judged.lead.lead_id),
        icon: MESSAGE_ICON.success,
      });
      after.judged();
    },
    onError: failed,
  });
  const undoing = useMutation({
    mutationFn: undo,
    onSuccess: (detailNow) => {
      takeLastJudged();
      void message.info({ content: t('judge.undone'), icon: MESSAGE_ICON.info });
      after.undone(detailNow.lead.lead_id);
    },
    onError: failed,
  });

  const busy = saving.isPending || undoing.isPending;
  const choose = (next: Verdict | null) => setPending(next === null ? null : { lead_id, verdict: next });
  const give = (reason_code: JudgmentReason, note: string) => {
    if (verdict !== null && !busy) saving.mutate({ verdict, reason_code, note: note.trim() === '' ? null : note.trim() });
  };
  const takeBack = () => {
    if (busy) return;
    const target = takeLastJudged() ?? (detail?.judgment ? lead_id : null);
    if (target !== null) undoing.mutate(target);
  };
  return { verdict, reasons: verdict === null ? [] : REASONS_OF[verdict], choose, give, takeBack, busy };
};
export type Judging = ReturnType<typeof useJudging>;
