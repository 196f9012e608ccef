// What the command line says. A command or an option that is not in these tables does not exist.
import type { Label } from './vocabulary.ts';

interface CommandEntry extends Label {
  synopsis: string;
  example: string;
}

export const COMMAND = {
  up: {
    synopsis: './zhijian up [--port N] [--data DIR] [--empty] [--no-open]',
    zh: '在本机启动整个产品：数据库、服务、检测进程和页面；首次启动载入演示世界，按 Ctrl-C 结束。',
    en: 'starts the whole product on this machine: database, server, worker and pages; the first start loads the demo world, Ctrl-C ends it.',
    example: './zhijian up --port 8080',
  },
  detect: {
    synopsis:
      './zhijian detect --rights FILE… [--licences FILE…] --offers FILE… [--covers OFFICE:KIND:FROM-TO] [--judged-on YYYY-MM-DD] [--threads N] --out DIR',
    zh: '读入权利、许可和产品信息文件，写出线索、已排除、待补充和退回记录，每条附理由。',
    en: 'reads files of rights, licences and offers; writes leads, screened, held and rejected records, each with its reason.',
    example: './zhijian detect --rights rights.csv --licences licences.csv --offers offers.csv --out out',
  },
  import: {
    synopsis:
      './zhijian import FILE… [--as rights|licences|decisions|traders|offers] [--dry-run] [--covers OFFICE:KIND:FROM-TO] [--known-on YYYY-MM-DD] [--body NAME] [--data DIR]',
    zh: '把权利、许可、文书、市场主体或产品信息文件导入本机构的数据库，并检测由此受影响的部分；退回的记录逐条说明。',
    en: "takes files of rights, licences, decisions, market entities or offers into a body's database and detects what they touch; says which records it set aside.",
    example: './zhijian import rights.csv licences.csv offers.csv',
  },
  export: {
    synopsis:
      './zhijian export rights|licences|decisions|traders|offers|leads|screened|held [--format csv|xlsx|jsonl] [--out FILE] [--body NAME] [--data DIR]',
    zh: '导出权利、许可、文书、市场主体或产品信息，文件可原样再次导入；或导出线索、已排除、待补充：JSONL 与 detect 的输出相同，CSV 和 XLSX 供人阅读。登记机关的原始文献（权利要求、附图等）不随权利导出。',
    en: 'writes rights, licences, decisions, market entities or offers as a file that imports again to the same state; or leads, screened or held: as JSONL the lines of detect, as CSV or XLSX a table for people. Documents of offices (claims, figures) stay and are not exported with the rights.',
    example: './zhijian export rights --format xlsx --out rights.xlsx',
  },
  right: {
    synopsis: './zhijian right show NUMBER [--on YYYY-MM-DD] [--as-known YYYY-MM-DD] [--json] [--body NAME] [--data DIR]',
    zh: '按任一号码（申请号、专利号、公告号、注册号）查一项权利：某日是否有效，以及按某日所知是否有效。',
    en: 'shows a right by any of its numbers: whether it was in force on a day, and what could be known of it on another.',
    example: './zhijian right show 201829999002.7 --on 2026-01-01 --as-known 2026-03-01',
  },
  fit: {
    synopsis: './zhijian fit [--check]',
    zh: '用案例表重新拟合商标模型的权重与阈值，写入模型版本文件；--check 只核对是否与现有版本一致。',
    en: 'fits the weights and thresholds of the trademark model on the case tables and stores them with its release; --check only compares.',
    example: './zhijian fit --check',
  },
  demo: {
    synopsis: './zhijian demo check [--world DIR]',
    zh: '检测演示世界，并与按法律写成的预期逐条核对；有不符的逐条列出，以退出码 1 结束。',
    en: 'runs detection over the demo world and compares it, offer by offer, with the expectations written from the law; lists what differs and then ends with exit code 1.',
    example: './zhijian demo check',
  },
  test: {
    synopsis: './zhijian test [FILE… | --changed | --ci | --sabotage]',
    zh: '类型检查、代码检查并运行测试；末行为通过、失败、跳过的数目。',
    en: 'checks types and style and runs the tests; the last line counts passed, failed and skipped.',
    example: './zhijian test --changed',
  },
  help: {
    synopsis: './zhijian help [COMMAND]',
    zh: '列出全部命令，或说明一个命令的选项。',
    en: 'lists every command, or the options of one.',
    example: './zhijian help detect',
  },
} as const satisfies Record<string, CommandEntry>;
export type CommandName = keyof typeof COMMAND;

interface OptionEntry extends Label {
  value: string;
}

/** Whose data, and where it lies. */
const HOUSE_OPTION = {
  '--body': {
    value: 'NAME',
    zh: '以哪个机构的名义，写其名称。只有一个机构时可省略；演示世界中省略则取第一个。省略时会说明所取机构的名称。',
    en: 'in the name of which body. May be left out where there is one; of the demo world the first is taken then. When left out, the command names the body it took.',
  },
  '--data': {
    value: 'DIR',
    zh: '数据目录，默认为 ./data 或环境变量 ZHIJIAN_DATA；设置 DATABASE_URL 则使用该数据库。',
    en: 'folder of the data, ./data or ZHIJIAN_DATA when not given; with DATABASE_URL set, that database is used.',
  },
} as const;

/** Options of each command, in the order of the help. */
export const OPTION = {
  up: {
    '--port': { value: 'N', zh: '页面的端口，默认 8080；0 为任一空闲端口。', en: 'port of the pages, 8080 when not given; 0 takes any free one.' },
    '--data': {
      value: 'DIR',
      zh: '数据目录，默认为 ./data 或环境变量 ZHIJIAN_DATA。设置 DATABASE_URL 则使用运营者自己的 PostgreSQL（15 或更新）。',
      en: "folder of the data, ./data or ZHIJIAN_DATA when not given. With DATABASE_URL set, the operator's own PostgreSQL (15 or newer) is used.",
    },
    '--empty': {
      value: '',
      zh: '不载入演示世界；打印一次性链接，用于建立第一个账号。',
      en: 'leaves the demo world out; prints a one-time link that makes the first account.',
    },
    '--no-open': { value: '', zh: '不打开浏览器。', en: 'does not open a browser.' },
  },
  detect: {
    '--rights': {
      value: 'FILE…',
      zh: '权利文件（CSV、TSV 或 JSONL，可多个）；同一号码的多行为其法律状态事件。必填。',
      en: 'files of rights (CSV, TSV or JSONL); several rows of one number are its status events. Required.',
    },
    '--licences': {
      value: 'FILE…',
      zh: '许可文件：被许可人、地域、类别、期限；据此排除合法卖家。',
      en: 'files of licences: licensee, territory, classes, term; they screen out the lawful seller.',
    },
    '--offers': { value: 'FILE…', zh: '产品或服务信息文件。必填。', en: 'files of offers. Required.' },
    '--covers': {
      value: 'OFFICE:KIND:FROM-TO',
      zh: '权利文件完整收录的范围，如 CN:utility_model:2010-2026，可多次给出；仅在此范围内，查无此号才构成线索。',
      en: 'what the rights files hold completely, as in CN:utility_model:2010-2026; may be repeated. Only within it does an absent number make a lead.',
    },
    '--judged-on': {
      value: 'YYYY-MM-DD',
      zh: '判断之日，默认为今天（北京时间）。',
      en: 'the day of judging; today in Beijing when not given.',
    },
    '--threads': {
      value: 'N',
      zh: '线程数，默认为可用核心数；结果与线程数无关。',
      en: 'number of threads, the available cores when not given; the result does not depend on it.',
    },
    '--out': { value: 'DIR', zh: '结果目录，不存在时创建。必填。', en: 'folder of the results, made when absent. Required.' },
  },
  import: {
    '--as': {
      value: 'rights|licences|decisions|traders|offers',
      zh: '按所给种类读取全部文件；默认由各文件的表头判断。',
      en: 'reads all the files as this kind; told by the headings of each when not given.',
    },
    '--dry-run': {
      value: '',
      zh: '只读取并说明将导入和退回什么，不写入数据库；数据库可用时，按本机构以前选定的表头读法读取。',
      en: "reads only and says what would be stored and set aside; writes nothing. Where the database is at hand, headings are read as the body's people mapped them before.",
    },
    '--covers': {
      value: 'OFFICE:KIND:FROM-TO',
      zh: '权利文件完整收录的范围，如 CN:utility_model:2010-2026，可多次给出。',
      en: 'what a file of rights holds completely, as in CN:utility_model:2010-2026; may be repeated.',
    },
    '--known-on': {
      value: 'YYYY-MM-DD',
      zh: '这些数据是哪一天的；文件自己写明的日子优先。两处都没有的，视为判断之日的数据，不会因陈旧而转入待补充。',
      en: 'of which day the data are; a day that a file says itself goes first. Without either they count as of the day of judging and are never held as stale.',
    },
    ...HOUSE_OPTION,
  },
  export: {
    '--format': {
      value: 'csv|xlsx|jsonl',
      zh: '文件格式，默认为 jsonl；xlsx 超过 1,048,575 行时分为多个工作表。',
      en: 'form of the file, jsonl when not given; an xlsx of more than 1,048,575 rows has several sheets.',
    },
    '--out': { value: 'FILE', zh: '写入文件，默认写到标准输出。', en: 'writes to a file; to standard output when not given.' },
    ...HOUSE_OPTION,
  },
  right: {
    '--on': { value: 'YYYY-MM-DD', zh: '所问之日，默认为判断之日。', en: 'the day asked about; the day of judging when not given.' },
    '--as-known': {
      value: 'YYYY-MM-DD',
      zh: '按该日所知的登记作答，默认与判断之日相同。',
      en: 'answers from what could be known on this day; the day of judging when not given.',
    },
    '--json': {
      value: '',
      zh: '以一个 JSON 值输出全部内容；号码对应多项权利时为数组。',
      en: 'writes everything as one JSON value, a list where the number leads to several rights.',
    },
    ...HOUSE_OPTION,
  },
  fit: {
    '--check': {
      value: '',
      zh: '只核对，不写入；不一致时以退出码 1 结束。',
      en: 'compares only; ends with exit code 1 when the stored release differs.',
    },
  },
  demo: {
    '--world': {
      value: 'DIR',
      zh: '世界所在目录，含 rights.csv、licences.csv、offers.csv、expected.csv；默认为随附的 demo/world。',
      en: 'folder of the world with rights.csv, licences.csv, offers.csv and expected.csv; the demo/world that comes along when not given.',
    },
  },
  test: {
    '--changed': { value: '', zh: '只运行与上次提交以来的改动有关的测试。', en: 'only the tests that what changed since the last commit can break.' },
    '--ci': {
      value: '',
      zh: '持续集成用：另用 Debian 的 PostgreSQL 再跑一遍用到数据库的测试；有跳过的即为不通过。',
      en: 'for continuous integration: runs the tests that use a database a second time on the PostgreSQL of Debian, and does not pass when any test skips.',
    },
    '--sabotage': {
      value: '',
      zh: '在副本中逐一植入错误，检验指名的测试确能发现。',
      en: 'plants faults in a copy, one at a time, and checks that the tests named for each turn red.',
    },
  },
  help: {},
} as const satisfies Record<CommandName, Record<string, OptionEntry>>;
export type DetectOptionName = keyof (typeof OPTION)['detect'];

export const CLI_SENTENCE = {
  title: {
    zh: '知鉴：在产品和服务信息中发现知识产权侵权线索，逐条说明理由。',
    en: 'Zhijian: finds clues of IP infringement in what is offered, and explains each.',
  },
  example: { zh: '示例', en: 'example' },
  exit_codes: {
    zh: '退出码：0 完成，1 失败，2 用法有误，3 被占用或不可用，4 完成但有记录退回（见 rejected.jsonl）。',
    en: 'Exit codes: 0 done, 1 failed, 2 bad usage, 3 in use or not available, 4 done with records set aside (see rejected.jsonl).',
  },
  see_help: { zh: '详见 ./zhijian help', en: 'see ./zhijian help' },
} as const satisfies Record<string, Label>;

/** What a detection says on stderr while it runs. */
export const CLI_PROGRESS = {
  register: { zh: '读取权利与许可……', en: 'reading rights and licences …' },
  index: { zh: '建立索引……', en: 'building the index …' },
  offers: { zh: '已检测产品信息 {count} 条，每秒 {rate} 条', en: '{count} offers checked, {rate} a second' },
  done: {
    zh: '完成：线索 {leads}，已排除 {screened}，待补充 {held}，退回记录 {set_aside}。结果在 {out}',
    en: 'done: {leads} leads, {screened} screened, {held} held, {set_aside} records set aside. Results in {out}',
  },
} as const;

export const CLI_FIT = {
  near: {
    zh: '近似：{cases} 对案例，阈值 {high}（折外准确率 {precision}，召回率 {recall}）',
    en: 'nearness: {cases} pairs, threshold {high} (out of fold: precision {precision}, recall {recall})',
  },
  clue: { zh: '线索：{cases} 个案例，排序正确率 AUC {auc}（折外）', en: 'clue: {cases} cases, AUC {auc} out of fold' },
  by_outcome: {
    zh: 'tm-pairs.csv：{outcome}，{pairs} 对中 {near} 对判为相同或近似',
    en: 'tm-pairs.csv: {outcome}, {near} of {pairs} pairs called same or near',
  },
  same: { zh: '与现有版本 {release} 一致。', en: 'equals the stored release {release}.' },
  differs: { zh: '与现有版本不一致：拟合得 {release}。', en: 'differs from the stored release: the fit gives {release}.' },
  written: { zh: '已写入 {file}（{release}）。', en: 'written to {file} ({release}).' },
} as const;

/** What `demo check` says. The English line of the sum is fixed: people and tests look for it. */
export const CLI_DEMO = {
  differs: {
    zh: '{offer}（{story}）：应为 {expected}，实为 {got}。{reason}',
    en: '{offer} ({story}): expected {expected}, got {got}. {reason}',
  },
  set_aside: { zh: '{file} 第 {line} 行未能读入：{allowed}', en: '{file} line {line} could not be read: {allowed}' },
  lawful: { zh: '合法商品', en: 'lawful offer' },
  not_there: { zh: '产品信息中没有这一条。', en: 'the offers have no such item.' },
  nothing: { zh: '未见任何结果。', en: 'nothing was found.' },
  sum: {
    zh: '{right}/{planted} 条与预期相符，{lawful} 条合法产品信息中有 {unexpected} 条意外线索',
    en: '{right}/{planted} as expected, {unexpected} unexpected leads in {lawful} lawful offers',
  },
} as const;
