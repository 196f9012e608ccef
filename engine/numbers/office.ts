// Codes of offices by WIPO ST.3: the countries of ISO 3166, and offices that are no country (domain.md 1.8).
const ISO = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM
  CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
  HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF
  MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE
  RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ
  VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`;
/** EUIPO, EPO, WIPO and its International Bureau, EAPO, OAPI, ARIPO, Benelux, GCC, Nordic, Visegrad, plant varieties of the EU. */
const NOT_COUNTRIES = 'EM EP WO IB EA OA AP BX GC XN XV QZ';
/** States that are gone and still stand in old numbers: both Germanies, Soviet Union, Czechoslovakia, Yugoslavia, Serbia and Montenegro. */
const GONE = 'DD DT SU CS YU';

const CODES = new Set(`${ISO} ${NOT_COUNTRIES} ${GONE}`.split(/\s+/).filter(Boolean));
/** Used for an office, though ST.3 has another code for it. */
const MEANT: Record<string, string> = { EU: 'EM', UK: 'GB' };

/**
 * The ST.3 code of an office: `EM` also for `EU`, `GB` also for `UK`; upper case, any width. Null where ST.3 has none such: `ZZ`, `CHN`.
 * TW, HK and MO are offices of their own beside CN. Source: domain.md 1.8.
 */
export const parseOfficeCode = (text: string): string | null => {
  const word = text.length > 20 ? '' : text.normalize('NFKC').trim().toUpperCase();
  const code = MEANT[word] ?? word;
  return CODES.has(code) ? code : null;
};
