// How much is taken in before a file is stopped with a number. Each is a setting of the house: docs/formats.md.

export interface Limits {
  /** Bytes of a file as it is handed in. */
  fileBytes: number;
  /** Bytes of a file when all that it holds is unpacked. */
  expandedBytes: number;
  /** Bytes of a record of an office; a row of a table has a limit of its own, 4 MiB. */
  recordBytes: number;
  /** Files in a ZIP. */
  zipFiles: number;
  /** A ZIP in a ZIP is depth 2. */
  depth: number;
  /** Bytes of the texts that the rows of a workbook share: all of them stay in memory. */
  sharedTextBytes: number;
  /** Bytes of a workbook of the old form (.xls), which is read in memory. */
  xlsBytes: number;
}

const DEFAULT: Limits = {
  fileBytes: 2 * 2 ** 30,
  expandedBytes: 4 * 2 ** 30,
  recordBytes: 64 * 2 ** 20,
  zipFiles: 200_000,
  depth: 2,
  sharedTextBytes: 300 * 10 ** 6,
  xlsBytes: 64 * 2 ** 20,
};

const VARIABLE: Record<keyof Limits, string> = {
  fileBytes: 'ZHIJIAN_MAX_FILE_BYTES',
  expandedBytes: 'ZHIJIAN_MAX_EXPANDED_BYTES',
  recordBytes: 'ZHIJIAN_MAX_RECORD_BYTES',
  zipFiles: 'ZHIJIAN_MAX_ZIP_FILES',
  depth: 'ZHIJIAN_MAX_ZIP_DEPTH',
  sharedTextBytes: 'ZHIJIAN_MAX_SHARED_TEXT_BYTES',
  xlsBytes: 'ZHIJIAN_MAX_XLS_BYTES',
};

/** The limits, each from its variable of the environment where that is a whole number above 0, else as stated above. */
export const limitsOf = (environment: Readonly<Record<string, string | undefined>> = process.env): Limits => {
  const limits = { ...DEFAULT };
  for (const name of Object.keys(DEFAULT) as (keyof Limits)[]) {
    const given = environment[VARIABLE[name]]?.trim() ?? '';
    if (/^[1-9]\d{0,15}$/.test(given)) limits[name] = Number(given);
  }
  return limits;
};
