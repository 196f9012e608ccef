// The samples of offices: each between two whole records of the same form.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joined, type Sample, single } from './sample.ts';

const SAMPLES = join(import.meta.dirname, '../../platform/src/rights/samples');
const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
const filesOf = (folder: string): string[] =>
  readdirSync(join(SAMPLES, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:xml|json|greenbook|txt)$/.test(name) && !name.startsWith('golden.'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The first that is another right than the sample. */
const neighboursOf = (name: string, of: readonly string[]): [Buffer, Buffer] => {
  const number = (one: string) => /\d{6,}/.exec(one)?.[0];
  const [before, after] = of.filter((one) => one !== name && number(one) !== number(name));
  return [sample(before!), sample(after!)];
};

/** By the beginning of the name; each of other records than the samples that it stands beside. */
const PATENT_NEIGHBOURS: [begins: string, names: string[]][] = [
  ['greenbook/', ['greenbook/US03937375.greenbook', 'greenbook/US04347903.greenbook']],
  ['sgml/', ['sgml/USD435854S1.xml', 'sgml/US06336130.xml', 'sgml/US06337117.xml']],
  ['pap/', ['pap/US20010000943A1.xml', 'pap/US20010009014A1.xml', 'pap/US20010000044A1.xml']],
  ['xmlApp2004/', ['xmlApp2004/US20050004437A1.xml', 'xmlApp2004/US20050004974A1.xml', 'xml2004/US06970935.xml']],
  [
    'xml4ip/',
    ['12993548.2013-05-30.HHC6R88MPXXIFW3.CLM.xml', '14522151.2014-10-23.I1MKPKCGPXXIFW3.CLM.xml', '13962724.2013-08-08.HK4I4RXSPXXIFW3.CLM.xml'].map(
      (name) => `xml4ip/${name}`,
    ),
  ],
  ['xml20', ['xml2004/US06970935.xml', 'xml2004/US06859910.xml', 'xmlApp2004/US20050004437A1.xml']],
];

const between = (group: Sample['group'], name: string, before: Buffer, after: Buffer): Sample =>
  joined({ group, name, kind: 'rights' }, Buffer.alloc(0), [before, sample(name), after], Buffer.from('\n'), Buffer.alloc(0), [1]);

const trademarks = (): Sample[] => {
  const names = filesOf('uspto-trademarks');
  const small = [
    'uspto-trademarks/60172053-status-only.xml',
    'uspto-trademarks/98763166-new-application.xml',
    'uspto-trademarks/60146682-invalid-nationality.xml',
  ];
  return names.map((name) => between('trademarks', name, ...neighboursOf(name, small)));
};

const patents = (): Sample[] =>
  filesOf('uspto-patents').map((name) => {
    const [, own = []] = PATENT_NEIGHBOURS.find(([begins]) => name.startsWith(`uspto-patents/${begins}`)) ?? [];
    const others = own.map((one) => `uspto-patents/${one}`);
    if (others.length === 0) return single({ group: 'patents', name, kind: 'rights' }, sample(name));
    // Nothing marks the end of a record of the Green Book, so what is cut open at its front goes on the one before it: there is one behind.
    if (others.length === 2) {
      const pair = [sample(name), sample(others.find((one) => one !== name)!)];
      return joined({ group: 'patents', name, kind: 'rights' }, Buffer.alloc(0), pair, Buffer.from('\n'), Buffer.alloc(0), [0]);
    }
    return between('patents', name, ...neighboursOf(name, others));
  });

const epo = (): Sample[] => {
  const whole = ['epo/biblio-au.xml', 'epo/biblio-jp.xml', 'epo/biblio-us.xml'];
  return filesOf('epo').map((name) => {
    if (!sample(name).toString('latin1').startsWith('<')) return single({ group: 'epo', name, kind: 'rights' }, sample(name));
    const [before, after] = whole.filter((one) => one !== name);
    return between('epo', name, sample(before!), sample(after!));
  });
};

export const officeSamples = (): Sample[] => [...trademarks(), ...patents(), ...epo()];
