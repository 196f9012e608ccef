/** Minor units to `¥1,464,275.00`; a code that no currency has is written before the figure. */
export const money = (minor: number, currency: string | null): string => {
  const code = currency ?? 'CNY';
  try {
    const format = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: code });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(minor / 10 ** digits);
  } catch {
    return `${code} ${(minor / 100).toFixed(2)}`;
  }
};

export const count = (value: number): string => value.toLocaleString('en-US');
