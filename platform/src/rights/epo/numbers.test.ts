import { expect, test } from 'vitest';
import type { DocId } from './model.ts';
import { applicationNumber } from './numbers.ts';
import { rightKindOf, stageOf } from './publication-kinds.ts';

const id = (type: DocId['type'], country: string | null, number: string, kind: string | null = 'A'): DocId => ({
  type,
  country,
  number,
  kind,
  date: null,
});
const docdb = (country: string, number: string, kind?: string) => id('docdb', country, number, kind);
const epodoc = (number: string) => id('epodoc', null, number, null);
const original = (number: string) => id('original', null, number, null);

test.each<[office: string, ids: DocId[], filed: string | null, number: string | null, why: string]>([
  ['CN', [docdb('CN', '200520015978', 'U')], '2005-05-20', '200520015978.1', 'the example of domain.md 1.1'],
  ['CN', [docdb('CN', '97101765')], '1997-02-14', '97101765.4', 'eight digits, before October 2003'],
  ['CN', [docdb('CN', '95115608')], '1995-08-11', '95115608.X', 'check character X'],
  ['CN', [docdb('CN', '1123456')], '2001-07-20', '01123456.3', 'DOCDB drops the nought of 2001'],
  ['CN', [docdb('CN', '123456')], '2000-11-20', '00123456.0', 'and both of 2000'],
  ['CN', [original('201330528226.5')], '2013-11-06', '201330528226.5', 'with its check character'],
  ['CN', [docdb('CN', '201330528226', 'S'), original('201330528226.4')], null, '201330528226.5', 'a wrong check character elsewhere does not matter'],
  ['CN', [original('201330528226.4')], null, null, 'a wrong check character alone is no number'],
  ['CN', [epodoc('CN2005101597')], '2005-05-20', null, 'five digits: no form of EPODOC'],
  ['CN', [epodoc('CN20052015978U')], '2005-05-20', '200520015978.1', 'EPODOC with six digits of a serial number'],
  ['CN', [epodoc('CN20052001597')], '2005-05-20', '200520001597.8', 'and with noughts'],
  ['CN', [epodoc('CN201330528226')], '2013-11-06', '201330528226.5', 'EPODOC with seven'],
  ['CN', [epodoc('CN19971001765')], '1997-02-14', '97101765.4', 'EPODOC of an old one'],
  ['CN', [epodoc('CN20031001234')], '2003-01-02', '03101234.5', 'early 2003: still eight digits'],
  ['CN', [epodoc('CN20031101234')], '2003-10-17', '200310101234.7', 'late 2003: twelve'],
  ['CN', [docdb('CN', '201780012345')], '2016-03-04', '201780012345.0', 'PCT: the number of 2017, filed in 2016'],
  ['CN', [docdb('CN', 'ABC')], null, null, 'no number'],
  ['US', [docdb('US', '201815919370')], '2018-03-13', '15919370', 'year and series'],
  ['US', [docdb('US', '2366704'), original('11023667'), epodoc('US20040023667')], '2004-12-28', '11023667', "the office's own"],
  ['US', [docdb('US', '2366704'), epodoc('US20040023667')], '2004-12-28', '11023667', 'serial number and year, the day tells the series'],
  ['US', [docdb('US', '20685698')], '1998-12-08', '09206856', 'US 6,093,011'],
  ['US', [docdb('US', '94268010')], '2010-11-09', '12942680', 'series 12'],
  ['US', [docdb('US', '99912304')], '2004-12-15', '10999123', 'high serial number just behind a change: the old series'],
  ['US', [docdb('US', '102304')], '2004-11-20', '11001023', 'low one just before it: the new series'],
  ['US', [original('13/547,826')], '2012-07-12', '13547826', 'slash and comma'],
  ['US', [docdb('US', '8412397', 'F')], '1997-03-02', '29084123', 'a design'],
  [
    'US',
    [docdb('US', '12345612'), epodoc('US20120123456')],
    '2012-05-05',
    'US20120123456',
    'series not certain: with its country, so that it meets no other',
  ],
  ['US', [docdb('US', '12345612')], null, null, 'no day, no series'],
  ['EP', [docdb('EP', '99203729')], '1999-11-08', '99203729', ''],
  ['EP', [docdb('EP', '2005505')], '2002-03-11', '02005505', 'DOCDB drops the nought of 2002'],
  ['EP', [original('99203729.5')], null, '99203729', 'the check digit is no part of it'],
  ['EP', [epodoc('EP19990203729')], null, '99203729', ''],
  ['WO', [docdb('US', '2013050328', 'W')], '2013-07-12', 'PCT/US2013/050328', 'the country is the receiving office'],
  ['WO', [docdb('US', '321714', 'W')], '2003-07-11', 'PCT/US2003/021714', 'two digits of the year, noughts dropped'],
  ['WO', [epodoc('WO2003US21714')], null, 'PCT/US2003/021714', ''],
  ['WO', [original('PCT/CN2019/076517')], null, 'PCT/CN2019/076517', ''],
  ['JP', [docdb('JP', '2005505120')], null, '2005505120', 'other offices as DOCDB has them'],
  ['AU', [epodoc('AU20130290010')], null, '20130290010', ''],
  ['DE', [docdb('DE', '<script>')], null, null, 'no number'],
])('%s %j filed %s is %s', (office, ids, filed, number) => {
  expect(applicationNumber(office, ids, filed)).toBe(number);
});

test.each([
  ['CN', 'A', '2010-01-06', 'invention', 'application_published'],
  ['CN', 'B', '2012-01-04', 'invention', 'granted'],
  ['CN', 'B', '1990-01-03', 'invention', null],
  ['CN', 'C', '2008-01-02', 'invention', 'granted'],
  ['CN', 'Y', '2006-01-04', 'utility_model', 'granted'],
  ['CN', 'U', '2015-01-07', 'utility_model', 'granted'],
  ['CN', 'U', '1989-01-04', 'utility_model', 'application_published'],
  ['CN', 'D', '2005-01-05', 'design', 'granted'],
  ['CN', 'S', '2018-01-05', 'design', 'granted'],
  ['CN', 'U8', '2018-01-05', 'utility_model', null],
  ['DE', 'D1', '2003-03-20', 'invention', null],
  ['US', 'A', '2000-07-25', 'invention', 'granted'],
  ['US', 'A1', '2012-05-10', 'invention', 'application_published'],
  ['US', 'B2', '2019-11-05', 'invention', 'granted'],
  ['US', 'S1', '2017-11-14', 'design', 'granted'],
  ['US', 'P1', '2004-11-14', 'invention', 'application_published'],
  ['EP', 'A3', '2000-05-17', 'invention', null],
  ['EP', 'B1', '2003-02-12', 'invention', 'granted'],
  ['EP', 'B2', '2006-02-12', 'invention', null],
  ['EP', 'B1', null, 'invention', null],
  ['__proto__', 'B', '2003-02-12', 'invention', null],
] as const)('%s %s of %s is a %s, %s', (country, kind, day, right, stage) => {
  expect(rightKindOf(country, kind)).toBe(right);
  expect(stageOf(country, kind, day)).toBe(stage);
});
