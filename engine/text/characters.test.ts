import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { glyphClass, isHan, latinOf, lookAlikeCost, lookAlikes, simplify, softSyllable, soundDistance, syllable, syllables } from './characters.ts';

const unit = (c: string): number => c.charCodeAt(0);
const look = (pair: string): number => lookAlikeCost(unit(pair[0] ?? ''), unit(pair[1] ?? ''));
const sound = (pair: string): number => soundDistance(unit(pair[0] ?? ''), unit(pair[1] ?? ''));
const latin = (c: string): string => String.fromCharCode(latinOf(c.codePointAt(0) ?? 0) || 45);

const ALIKE =
  '师帅 傅博 雪雷 口日 奥粤 利刹 力刀 未末 己已 士土 人入 大太 天夫 王玉 日曰 今令 候侯 戊戌 鸟乌 兔免 徐除 拉垃 康庚 宝室 茅芽 溜遛 晴睛 徽微 幻幼 折拆 治冶 洒酒 茶荼 管菅 荆刑 快块 脉咏 梅海 福幅 辣棘 老考 千干 田由 甲申 午牛 贝见 几儿 白百 马鸟 元无 农衣 析折 杯怀 拔拨 妹姝 竞竟 享亨 圆园 篮蓝 绿缘';
const UNLIKE =
  '国家 中大 上学 我他 的是 水火 红绿 男女 衣服 手机 电视 苹果 华为 小米 茅台 康王 中国 北京 上海 江苏 长城 奶茶 面包 汽车 酒水 鞋子 香水 牙膏 玩具 床单 书包 耳机 音乐 运动 家居 春秋 东西 南北 老爷 爸妈 孩童 金银 山河 花草 鱼虾 鸡鸭 猫狗 龙凤 美丽 快乐 安康 平静 富贵 强盛 传统 文化 科技 智能 设计 品质';

test.each(ALIKE.split(' '))('%s look alike, the same from both sides', (pair) => {
  expect(look(pair)).toBeGreaterThanOrEqual(0.1);
  expect(look(pair)).toBeLessThanOrEqual(0.3);
  expect(look([...pair].reverse().join(''))).toBe(look(pair));
});

test.each(UNLIKE.split(' '))('%s do not look alike', (pair) => expect(look(pair)).toBe(1));

test('every look-alike is listed from both sides at one cost between .10 and .45', () => {
  const faults: string[] = [];
  let pairs = 0;
  for (let a = 0x3400; a <= 0x9fff; a++) {
    for (const b of lookAlikes(a)) {
      pairs++;
      const cost = lookAlikeCost(a, b);
      if (!lookAlikes(b).includes(simplify(a)) || cost !== lookAlikeCost(b, a) || cost < 0.1 || cost > 0.45) faults.push(String.fromCharCode(a, b));
    }
  }
  expect(faults).toEqual([]);
  expect(pairs).toBeGreaterThan(10_000);
});

test('groups of look-alikes stay small and hold the pairs that copied goods use', () => {
  const sizes = new Map<number, number>();
  for (let c = 0x3400; c <= 0x9fff; c++) if (simplify(c) === c) sizes.set(glyphClass(c), (sizes.get(glyphClass(c)) ?? 0) + 1);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(8);
  for (const pair of ['师帅', '傅博', '奥粤', '己已', '雪雷']) expect(glyphClass(unit(pair[0] ?? ''))).toBe(glyphClass(unit(pair[1] ?? '')));
  expect(glyphClass(unit('帥'))).toBe(glyphClass(unit('师')));
});

test('traditional characters become simplified ones, everything else stays', () => {
  expect([...'康師傅礦泉水麵髮國龍鳥'].map((c) => String.fromCharCode(simplify(unit(c)))).join('')).toBe('康师傅矿泉水面发国龙鸟');
  for (const c of ['师', 'a', '1', 'ー', '한', '\ud800', '\udc00']) expect(simplify(unit(c))).toBe(unit(c));
  expect(look('師师')).toBe(0);
});

test('sound: equal readings 0, merged initials and finals little, half of it .4 or .5, nothing alike 1', () => {
  for (const pair of ['克磕', '师狮', '奥傲', '行航', '优悠', '为围', '元园', '雨宇', '伊依']) expect([pair, sound(pair)]).toEqual([pair, 0]);
  expect(sound('南蓝')).toBeCloseTo(0.08);
  expect(sound('福胡')).toBeCloseTo(0.08);
  expect(sound('思诗')).toBeCloseTo(0.08);
  expect(sound('金京')).toBeCloseTo(0.1);
  expect(sound('安昂')).toBeCloseTo(0.1);
  expect(sound('音英')).toBeCloseTo(0.1);
  expect(sound('八妈')).toBeCloseTo(0.4);
  expect(sound('八波')).toBeCloseTo(0.5);
  expect(sound('火狗')).toBe(1);
  expect(sound('师a')).toBe(1);
});

test('spelling hides equal vowels: you/diu, wei/dui, ju/lü, and the two vowels written i differ', () => {
  expect(sound('优丢')).toBeCloseTo(0.4);
  expect(sound('为堆')).toBeCloseTo(0.4);
  expect(sound('居吕')).toBeCloseTo(0.4);
  expect(sound('资鸡')).toBe(1);
});

test('the coarse class joins what hearers mix up and nothing more', () => {
  for (const pair of ['南蓝', '金京', '思诗', '真珍', '张章', '枕整'])
    expect(softSyllable(unit(pair[0] ?? ''))).toBe(softSyllable(unit(pair[1] ?? '')));
  expect(softSyllable(unit('八'))).not.toBe(softSyllable(unit('妈')));
  expect(syllable(unit('南'))).not.toBe(syllable(unit('蓝')));
  expect(syllables(unit('行')).length).toBeGreaterThan(1);
  expect([syllable(unit('a')), softSyllable(unit('a')), syllables(0xd800)]).toEqual([0, 0, []]);
});

test('letters of other alphabets and in other dress are read as ASCII, Chinese and signs are not', () => {
  expect([...'ＮіКеNIKE'].map(latin).join('')).toBe('nikenike');
  expect([...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map(latin).join('')).toBe('abezhikmnoptyx');
  expect([...'ВНРСХКМТ'].map(latin).join('')).toBe('bhpcxkmt');
  expect([...'аеорсхукмті'].map(latin).join('')).toBe('aeopcxykmti');
  expect([...'ÀéüñøŁßβ𝐍𝓲Ⓐ🅰①⑴²０'].map(latin).join('')).toBe('aeunolbbniaa1120');
  expect([...'一ー丨卜〇工二ㄧ가×·|-—🇨😀'].map(latin).join('')).toMatch(/^-+$/);
  expect(latinOf(0xd800)).toBe(0);
  expect(latinOf(0x110000)).toBe(0);
});

test('Han characters of the basic plane are told from kana, hangul, letters and surrogates', () => {
  for (const c of '师師〇々㐀鿿豈') expect(isHan(unit(c))).toBe(true);
  for (const c of ['a', 'ア', '한', '，', '\ud840', '\udc0b']) expect(isHan(unit(c))).toBe(false);
});

test('each table names its sources and licences', () => {
  for (const file of ['han.tsv', 'latin.tsv', 'english-words.txt']) {
    const head = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect(head.join('\n')).toMatch(/Source.*\(.*(licence|Apache|Unicode)/);
  }
});
