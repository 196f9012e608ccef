// The conformance kit: what every recognition model must keep, whatever it recognises. A model's test hands it examples of each output.
import { DEFENCE, DEFENCE_RESULT, type Day, FEATURE, HELD, type Match, MODEL, type Offer, type Output, type Right } from '@zhijian/contract';
import { buildRegister, type RegisterIndex } from '../index/register-index.ts';
import type { Finding, Model } from '../models/contract.ts';

export interface KitExample {
  name: string;
  offer: Offer;
  output: Output;
}

export interface KitInput {
  rights: Right[];
  judged_on: Day;
  /** At least one of each output. */
  examples: KitExample[];
}

/** Offers that no model may choke on: text stays text. */
const HOSTILE = [
  '',
  ' ',
  '\ud800',
  '专利号\udc00ZL',
  '\u0000\u0001',
  '=HYPERLINK("http://x","y")',
  '<script>alert(1)</script>',
  'ａ'.repeat(5000),
  '专利号：'.repeat(500),
  '9'.repeat(3000),
  '👩‍👩‍👧‍👦'.repeat(300),
  '\u202eabc',
  'é'.repeat(50),
  'a b '.repeat(2000),
];

/** Runs every check and returns what does not hold, each as one sentence. Empty: the model conforms. */
export function checkModel(model: Model<RegisterIndex>, { rights, judged_on, examples }: KitInput): string[] {
  const faults: string[] = [];
  const fault = (where: string, what: string) => faults.push(`${model.name}, ${where}: ${what}`);
  const context = { register: buildRegister(rights), judged_on, stale_days: 180 };
  if (!(model.name in MODEL)) fault('name', 'is not in the vocabulary');
  if (model.release === '') fault('release', 'is empty');
  for (const output of ['lead', 'screened', 'held', 'none'] as const)
    if (!examples.some((example) => example.output === output)) fault('examples', `none gives ${output}`);

  for (const { name, offer, output } of examples) {
    const { findings } = model.detect(offer, context);
    const worst = findings.find((finding) => finding.output === output);
    if (output === 'none' ? findings.some((finding) => finding.output !== 'none') : !worst)
      fault(name, `expected ${output}, got ${findings.map((finding) => finding.output).join(', ') || 'nothing'}`);
    for (const finding of findings) checkFinding(finding, offer, (what) => fault(name, what));
    const [once, again] = [model.detect(offer, context), model.detect(offer, context)].map((detection) => JSON.stringify(detection));
    if (once !== again) fault(name, 'gives another answer the second time');
    if (
      JSON.stringify(model.detect(structuredClone(offer), { ...context, register: buildRegister(rights) })) !==
      JSON.stringify(model.detect(offer, context))
    )
      fault(name, 'depends on more than the content');
  }
  const [{ offer: sample }] = examples as [KitExample];
  for (const text of HOSTILE) {
    try {
      const offer: Offer = {
        ...sample,
        title: text,
        description: text,
        brand: text,
        shop: text,
        seller: text,
        marking: text,
        category: text,
        maker: text,
      };
      for (const finding of model.detect(offer, context).findings)
        checkFinding(finding, offer, (what) => fault(`hostile ${JSON.stringify(text.slice(0, 20))}`, what));
    } catch (error) {
      fault(`hostile ${JSON.stringify(text.slice(0, 20))}`, `throws ${(error as Error).message}`);
    }
  }
  return faults;
}

function checkFinding(finding: Finding, offer: Offer, fault: (what: string) => void): void {
  if (finding.matches.length === 0) fault('a finding without a match');
  if (finding.output === 'screened' && (finding.screened_by === null || !(finding.screened_by.code in DEFENCE)))
    fault('screened without a reason of the vocabulary');
  if (finding.output === 'held' && (finding.held_for === null || !(finding.held_for.code in HELD))) fault('held without a reason of the vocabulary');
  for (const match of finding.matches) checkMatch(match, offer, (what) => fault(`row ${match.row}: ${what}`));
}

function checkMatch(match: Match, offer: Offer, fault: (what: string) => void): void {
  if (!(match.score >= 0 && match.score <= 1)) fault(`score ${match.score} is not in 0..1`);
  if (match.row === '') fault('names no row');
  if (!/[\u4e00-\u9fff]/.test(match.reason.zh) || match.reason.en.trim() === '') fault('a reason in one language only');
  if (/\{\w+\}/.test(match.reason.zh + match.reason.en)) fault(`a reason with a gap: ${match.reason.zh} / ${match.reason.en}`);
  if (match.output === 'lead' && (match.strength === null || match.act === null || match.law === null)) fault('a lead without strength, act or law');
  if (match.output === 'lead' && !match.features.some((feature) => feature.span !== null)) fault('a lead that points at nothing');
  // An advertisement without a number or an irregular sign has nobody's leave to weigh; an infringing or counterfeiting act has.
  if (match.output === 'lead' && /^(CP|T\d)/.test(match.act ?? '') && match.defences.length === 0) fault('a lead with no defence weighed');
  for (const feature of match.features) {
    if (!(feature.name in FEATURE)) fault(`feature ${feature.name} is not in the vocabulary`);
    if (!(feature.weight >= 0 && feature.weight <= 1)) fault(`weight ${feature.weight} of ${feature.name} is not in 0..1`);
    if (feature.span !== null && (feature.field === null || (offer[feature.field] ?? '').slice(...feature.span) !== feature.text))
      fault(`the span of ${feature.name} is not its text`);
  }
  for (const defence of match.defences) {
    if (!(defence.code in DEFENCE) || !(defence.result in DEFENCE_RESULT))
      fault(`defence ${defence.code} ${defence.result} is not in the vocabulary`);
    if (!/[\u4e00-\u9fff]/.test(defence.reason.zh) || defence.reason.en === '') fault(`defence ${defence.code} without a reason in both languages`);
  }
}
