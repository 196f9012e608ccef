// Names in a ZIP: which characters they are, and which may not be followed.
import { isAscii, isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';
import { decodeGb } from './encoding.ts';

const UTF8 = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * The name of an entry, with / between its parts. Without the flag for UTF-8 the format says CP437, and Chinese tools write GBK or
 * UTF-8 all the same: bytes that are one of these are read so.
 */
export const nameOf = ({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string => {
  const stated = (generalPurposeBitFlag & UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  const plain = stated || isAscii(fileNameRaw) ? null : isUtf8(fileNameRaw) ? fileNameRaw.toString() : decodeGb(fileNameRaw);
  return (plain ?? getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)).replaceAll('\\', '/');
};

/** Leads out of the folder that it is unpacked in: absolute, with a drive, or through `..`; or no name for a file at all. */
export const isUnsafeName = (name: string): boolean =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0') || name === '';

/** What systems put beside the files: folders, resource forks of macOS, hidden files. */
export const isNoFile = (name: string): boolean => name.endsWith('/') || name.split('/').some((part) => part === '__MACOSX' || /^\.[^.]/.test(part));
