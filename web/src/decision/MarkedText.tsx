import { FEATURE, type Feature, type TextField } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../messages/index.ts';
import { excerptOf, segmentsOf } from './segments.ts';

/** A text of the offer with what the features point at; what is marked differs by line, not by colour alone. */
export function MarkedText({ text, field, features, most }: { text: string; field: TextField; features: readonly Feature[]; most?: number }) {
  const { t } = useTranslation();
  const word = useWord();
  const whole = segmentsOf(text, field, features);
  const shown = most === undefined ? whole : excerptOf(whole, most);
  return (
    <span data-raw="">
      {shown.map(({ start, text: piece, tone, names }) =>
        tone === null ? (
          piece
        ) : (
          <mark
            key={start}
            className={`mark-${tone}`}
            title={t('lead.marked', { name: names.map((name) => word(FEATURE, name)).join(t('signs.comma')) })}
          >
            {piece}
          </mark>
        ),
      )}
    </span>
  );
}
