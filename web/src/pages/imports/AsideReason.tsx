import { type AsideRow, REJECT } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useLabel, useWord } from '../../messages/index.ts';
import { FieldName } from './FieldName.tsx';

/** Why the import would set a record aside: the field, what is wrong with it, what is allowed. */
export function AsideReason({ aside: { field, code, given, allowed } }: { aside: AsideRow }) {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  return (
    <span className="aside-reason">
      <strong>
        {field === null ? word(REJECT, code) : t('imports.aside_field', { why: word(REJECT, code) })}
        {field !== null && <FieldName field={field} />}
      </strong>{' '}
      {given !== '' && <Data className="given">{given}</Data>} <Data className="quiet">{read(allowed)}</Data>
    </span>
  );
}
