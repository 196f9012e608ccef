import { FIELD, fieldNames } from '@zhijian/contract';
import { Data } from '../../components/Data.tsx';
import { useLabel } from '../../messages/index.ts';

/** The name of a field, or of several of which one is needed; a heading of the file that is no field of ours is data. */
export function FieldName({ field }: { field: string }) {
  const read = useLabel();
  const fields = field.split(', ');
  return fields.every((one) => one in FIELD) ? read(fieldNames(fields)) : <Data>{field}</Data>;
}
