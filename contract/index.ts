// The words of Zhijian: closed lists, records, sentences and errors. No I/O.
export * from './vocabulary.ts';
export * from './vocabulary-page.ts';
export * from './operations.ts';
export * from './paths.ts';
export * from './records.ts';
export * from './decisions.ts';
export * from './register.ts';
export * from './right-view.ts';
export * from './traders.ts';
export * from './sentences.ts';
export * from './errors.ts';
export * from './sentences-cli.ts';
export * from './sentences-import.ts';
export * from './sentences-right.ts';
export * from './sentences-server.ts';
export * from './sentences-test.ts';
export * from './sentences-uspto.ts';
