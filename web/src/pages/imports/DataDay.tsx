import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

interface Shown {
  /** YYYY-MM-DD; null where nobody says it. */
  day: string | null;
  change: (day: string | null) => void;
}

/** Of which day the data are: what is old accuses nobody. */
export function DataDay({ day, change }: Shown) {
  const { t } = useTranslation();
  return (
    <div className="data-day">
      <label htmlFor="data-day">{t('imports.data_day')}</label>
      <DatePicker
        id="data-day"
        value={day === null ? null : dayjs(day)}
        maxDate={dayjs()}
        onChange={(picked) => change(picked === null ? null : picked.format('YYYY-MM-DD'))}
      />
      <p className="quiet">{t('imports.data_day_hint')}</p>
    </div>
  );
}
