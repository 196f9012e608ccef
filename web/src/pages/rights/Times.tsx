import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

interface Asked {
  on: string;
  asKnown: string;
  ask: (times: { on: string; asKnown: string }) => void;
}

/** The two questions of a right: in force on which day, as one could know on which day. */
export function Times({ on, asKnown, ask }: Asked) {
  const { t } = useTranslation();
  const pick = (id: string, name: string, day: string, change: (day: string) => void) => (
    <label htmlFor={id}>
      {name}
      <DatePicker id={id} value={dayjs(day)} allowClear={false} onChange={(picked) => picked !== null && change(picked.format('YYYY-MM-DD'))} />
    </label>
  );
  return (
    <fieldset className="times">
      <legend>{t('rights.ask')}</legend>
      {pick('right-on', t('rights.on'), on, (day) => ask({ on: day, asKnown }))}
      {pick('right-as-known', t('rights.as_known'), asKnown, (day) => ask({ on, asKnown: day }))}
    </fieldset>
  );
}
