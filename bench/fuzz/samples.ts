// All samples, in the order of the tables.
import { offerSamples } from './offers.ts';
import { officeSamples } from './offices.ts';
import { containerSamples } from './packed.ts';
import type { Sample } from './sample.ts';
import { tableSamples } from './tables.ts';

export const allSamples = async (): Promise<Sample[]> => {
  const samples = [...officeSamples(), ...(await tableSamples()), ...offerSamples()];
  return [...samples, ...containerSamples(new Map(samples.map((sample) => [sample.name, sample])))];
};
