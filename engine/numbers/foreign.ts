// Patent and design numbers of other offices as they are written on pages (domain.md 1.8). Each pattern reads folded text.
import { parseEuDesignNumber } from './eu-design.ts';
import { parseHagueNumber } from './hague.ts';
import { isReject, parseCompact } from './patent.ts';
import { parsePctNumber } from './pct.ts';

export interface ForeignNumber {
  office: string;
  /** Letters and digits, office first: `US10123456B2`; as the office writes them `PCT/CN2019/076517`, `009012345-0001`, `DM/201234`. */
  canonical: string;
}

interface Form {
  office: string;
  pattern: RegExp;
  /** Where the office writes more than letters and digits. */
  parse?: (text: string) => { canonical: string } | null;
}

/** Words that name the country of a patent, so that the number behind them is read as foreign. */
const NAMED: [office: string, words: string][] = [
  ['US', '美国|美利坚|U\\.?S\\.?A?\\.?'],
  ['EP', '欧洲|欧盟|EUROPEAN'],
  ['JP', '日本|JAPAN(?:ESE)?'],
  ['KR', '韩国|KOREAN?'],
  ['DE', '德国|GERMAN'],
  ['GB', '英国|U\\.?K\\.?|BRITISH'],
  ['FR', '法国|FRENCH'],
  ['TW', '台湾|中国台湾|TAIWAN'],
  ['HK', '香港|HONG KONG'],
  ['WO', '国际|PCT'],
];
const PATENT_WORD = '(?:发明|实用新型|外观设计|外观|设计)?(?:专利|PATENTS?|PAT\\.?)(?:申请)?(?:证书)?(?:权)?';
const NUMBER_WORD = '(?:编?号码?|NO\\.?|NUMBERS?|#)?[ :.]{0,3}';

const FORMS: Form[] = [
  // USD 812,345 is money unless the S kind code of a design stands behind it.
  { office: 'US', pattern: /(?<![A-Z])US[ ]?D ?\d{3},?\d{3} ?S\d?(?![A-Z0-9])/g },
  { office: 'US', pattern: /(?<![A-Z])(?:US|U\.S\.)[ ]?(?:PATENT )?(?:NO\.? ?)?\d{1,2},?\d{3},?\d{3} ?B[12](?![A-Z0-9])/g },
  { office: 'US', pattern: /(?<![A-Z])US[ ]?20\d{2}[/ ]?\d{7} ?A[129](?![A-Z0-9])/g },
  { office: 'EP', pattern: /(?<![A-Z])EP[ ]?\d{1}[ ]?\d{3}[ ]?\d{3} ?[AB]\d(?![A-Z0-9])/g },
  { office: 'JP', pattern: /(?<![A-Z])JP[ ]?(?:\d{4}-?)?\d{6,7} ?[ABSU]\d?(?![A-Z0-9])/g },
  { office: 'JP', pattern: /(?:特許|意匠登録|実用新案登録)第? ?\d{6,7} ?号?/g },
  { office: 'KR', pattern: /(?<![A-Z])KR[ ]?(?:[123]0-?)(?:\d{4}-?)?\d{7} ?[ABYSU]?\d?(?![A-Z0-9])/g },
  { office: 'WO', pattern: /(?<![A-Z])WO[ ]?\d{4}[/ ]?\d{6} ?A?\d?(?![A-Z0-9])/g },
  { office: 'WO', pattern: /PCT[/ ]?[A-Z]{2}[/ ]?(?:\d{4}|\d{2})[/ ]?\d{5,6}(?![0-9])/g, parse: parsePctNumber },
  // Two noughts: no Community design has come near ten million, and nothing else is written so.
  { office: 'EM', pattern: /(?<![\d-])00\d{7}-\d{4}(?![\d-])/g, parse: parseEuDesignNumber },
  { office: 'EM', pattern: /(?<![A-Z])R(?:CD|EUD) ?(?:NO\.?)?[ :]?\d{4,9}-\d{1,4}(?![\d-])/g, parse: parseEuDesignNumber },
  { office: 'WO', pattern: /(?<![A-Z])DM ?[/] ?\d{5,6}(?!\d)/g, parse: parseHagueNumber },
  ...NAMED.map(([office, words]) => ({
    office,
    pattern: new RegExp(
      `(?<![A-Z])(?:${words}) ?${PATENT_WORD} ?${NUMBER_WORD}(?!ZL)((?:[A-Z]{1,3}[ /.]?)?\\d[\\d,./\\- ]{4,16}\\d(?: ?[A-Z]\\d?)?)(?![0-9])`,
      'g',
    ),
  })),
];

export interface ForeignHit {
  start: number;
  end: number;
  parsed: ForeignNumber;
}

/** Foreign numbers in folded text, in order, without overlaps. */
export const foreignHits = (folded: string): ForeignHit[] => {
  const hits: ForeignHit[] = [];
  for (const { office, pattern, parse } of FORMS) {
    for (const found of folded.matchAll(pattern)) {
      const number = found[1] ?? found[0];
      // 「日本进口 专利 201829999002.7」: a whole Chinese number stays Chinese, whatever country stands before it.
      if (!isReject(parseCompact(number.replace(/[ -]/g, '')))) continue;
      const start = found.index + found[0].length - number.length;
      const end = found.index + found[0].length;
      if (parse !== undefined) {
        const parsed = parse(number);
        if (parsed) hits.push({ start, end, parsed: { office, canonical: parsed.canonical } });
        continue;
      }
      const digits = number.replace(/[^A-Z0-9]/g, '').replace(/^(?:US|EP|JP|KR|WO|PCT|DE|GB|FR|TW|HK)?(?:PATENT)?(?:NO)?/, '');
      hits.push({ start, end, parsed: { office, canonical: `${office}${digits}` } });
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return hits.filter((hit) => {
    if (hit.start < end) return false;
    end = hit.end;
    return true;
  });
};
