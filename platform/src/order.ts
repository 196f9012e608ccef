// The house from its ground up: a folder imports only folders before it, and only their index.ts.
export const ORDER = ['readers', 'rights', 'offers', 'detection', 'entry'] as const;
