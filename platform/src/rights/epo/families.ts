// The publications of each family in a file. Members stand one by one, so each learns of the others from a first reading of the file.
import { child, children, type Input, readXmlRecords, textOf } from '../../readers/index.ts';
import { spelledPublication } from './model.ts';

/** Numbers of all publications by family id, in the file's order, each once. Records that cannot be read are passed over: the reading itself reports them. */
export const familiesIn = async (input: Input): Promise<Map<string, string[]>> => {
  const families = new Map<string, Set<string>>();
  for await (const { records } of readXmlRecords(input, { records: ['family-member'] })) {
    for (const { element } of records) {
      const id = element.attributes['family-id'];
      if (id === undefined) continue;
      for (const reference of children(element, 'publication-reference')) {
        for (const one of children(reference, 'document-id')) {
          if ((one.attributes['document-id-type'] ?? 'docdb') !== 'docdb') continue;
          const [country, number, kind] = ['country', 'doc-number', 'kind'].map((name) => textOf(child(one, name)));
          if (country == null || number == null || kind == null) continue;
          const members = families.get(id) ?? new Set();
          families.set(id, members.add(spelledPublication(country, number, kind)));
        }
      }
    }
  }
  return new Map([...families].map(([id, members]) => [id, [...members]]));
};
