// The column by which a table that the house itself wrote is known (exported.ts).

export const EXPORTED = 'zhijian';
/** `zhijian`, and `zhijian_2` … where one cell of a workbook is too small. */
export const isExported = (heading: string): boolean => heading.startsWith(EXPORTED) && /^zhijian(?:_\d+)?$/.test(heading);
