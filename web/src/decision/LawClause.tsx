import type { LawCitation } from '@zhijian/contract';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { citation } from '../format/law.ts';

/** Letters of a clause that the card has room for; a longer one opens in full on tap. */
const ROOM = 110;

/** The clause as the field cites it, and its words: the officer judges by them and should not have to look them up. */
export function LawClause({ law }: { law: LawCitation | null }) {
  const { t } = useTranslation();
  return (
    <section className="card law-card" aria-label={t('lead.law')}>
      <h3>{t('lead.law')}</h3>
      {law === null ? <p className="quiet">{t('lead.law_none')}</p> : <Cited law={law} />}
    </section>
  );
}

function Cited({ law }: { law: LawCitation }) {
  const { t } = useTranslation();
  const { words } = law;
  return (
    <>
      <p className="law-name" data-raw="">
        {citation(law)}
      </p>
      {words === null ? (
        <p className="quiet">{t('lead.law_unread')}</p>
      ) : (
        <p className="law">
          <span data-raw="">{words.length > ROOM ? `${words.slice(0, ROOM)}…` : words}</span>
          {words.length > ROOM && (
            <Popover
              trigger="click"
              placement="topRight"
              title={<span data-raw="">{citation(law)}</span>}
              content={
                <div className="law-words" data-raw="">
                  {words}
                </div>
              }
            >
              <Button type="link" size="small">
                {t('lead.law_words')}
              </Button>
            </Popover>
          )}
        </p>
      )}
    </>
  );
}
