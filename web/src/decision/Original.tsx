import { FIELD, type Match, type Offer, TEXT_FIELD, type TextField } from '@zhijian/contract';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { useWord } from '../messages/index.ts';
import { MarkedText } from './MarkedText.tsx';

const isWeb = (url: string) => /^https?:\/\//i.test(url);

/** Every text field of the offer in full, with the marks, and the other facts that came with it. */
export function Original({ match, offer, close }: { match: Match | null; offer: Offer | null; close: () => void }) {
  const { t } = useTranslation();
  const word = useWord();
  const texts = match === null || offer === null ? [] : (Object.keys(TEXT_FIELD) as TextField[]).filter((field) => offer[field] !== null);
  const url = offer?.url ?? null;
  const facts: Fact[] = [
    ...texts.map((field) => ({
      name: word(TEXT_FIELD, field),
      value: <MarkedText text={offer?.[field] ?? ''} field={field} features={match?.features ?? []} />,
    })),
    ...(url === null
      ? []
      : [
          {
            name: t('lead.source'),
            value: isWeb(url) ? (
              <a href={url} target="_blank" rel="noopener noreferrer nofollow" data-raw="">
                {url}
              </a>
            ) : (
              <Data>{url}</Data>
            ),
          },
        ]),
    ...(offer === null ? [] : [{ name: word(FIELD, 'item_id'), value: <Data className="code">{offer.item_id}</Data> }]),
    ...Object.entries(offer?.extra ?? {}).map(([name, value]) => ({ name, value: <Data>{value}</Data>, raw: true })),
  ];
  return (
    <Modal open={offer !== null} onCancel={close} footer={null} width={760} title={t('lead.original_of')}>
      <Facts facts={facts} wide />
    </Modal>
  );
}
