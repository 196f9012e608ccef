import { PATENT_STATUS, type Right, type StatusEvent, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };
const DAY = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The day on which one could know of an event; a published one is known. */
export const knownDay = ({ known_on, published_on }: StatusEvent): string | null => known_on ?? published_on;

/** A key for a row that has no id of its own: an event differs from its neighbours in status or day. */
export const eventKey = (event: StatusEvent, index: number): string => `${event.status} ${event.effective_on} ${knownDay(event)} ${index}`;

/** Two tracks on one axis: when each status took effect, and when one could know it. A picture; the words stand beside it. */
export function Tracks({ right }: { right: Right }) {
  const { t } = useTranslation();
  const word = useWord();
  const days = right.events.flatMap((event) => [event.effective_on, knownDay(event)]).filter((day) => day !== null);
  if (days.length === 0) return null;
  const sorted = [...days].sort();
  const [firstDay = '', lastDay = ''] = [sorted[0], sorted.at(-1)];
  const [first, last] = [dayNumber(firstDay), dayNumber(lastDay)];
  const left = (day: string) => `${last === first ? 50 : 2 + (96 * (dayNumber(day) - first)) / (last - first)}%`;
  const tracks = [
    { name: t('lead.track_effective'), dayOf: (event: StatusEvent) => event.effective_on },
    { name: t('lead.track_known'), dayOf: knownDay },
  ];
  return (
    <div className="tracks" aria-hidden>
      {tracks.map(({ name, dayOf }) => (
        <div className="track" key={name}>
          <span>{name}</span>
          <span className="track-line">
            {right.events.map((event, index) => {
              const day = dayOf(event);
              return day === null ? null : (
                <i key={eventKey(event, index)} style={{ left: left(day) }} title={`${day} ${word(STATUS, event.status)}`} />
              );
            })}
          </span>
        </div>
      ))}
      <div className="track track-days figures" data-raw="">
        <span />
        <span>{firstDay}</span>
        {lastDay !== firstDay && <span>{lastDay}</span>}
      </div>
    </div>
  );
}
