// The page beside the files, with the counts that the files have.
import { JUDGED_ON, KNOWN_ON } from './days.ts';

export interface Counts {
  rights: number;
  licences: number;
  shops: number;
  offers: number;
  planted: number;
}

export const readme = ({ rights, licences, shops, offers, planted }: Counts): string => `# 演示世界 · The demo world

判断日为 **${JUDGED_ON}**，登记信息查询日为 ${KNOWN_ON}。此处一切均为虚构：企业、店铺、平台、商标为生造，专利号序号为 9999xxx（校验位正确），商标号为 9999xxxx，统一社会信用代码的行政区划并不存在。

*Judged on **${JUDGED_ON}**; the register was queried on ${KNOWN_ON}. All of it is invented: companies, shops, platforms and marks are coined, patent serials are 9999xxx (with true check characters), trademark numbers 9999xxxx, and the division in the credit codes does not exist.*

| 文件 file | 内容 holds |
| --- | --- |
| \`rights.csv\` | ${rights} 项权利及其状态事件 rights with their status events |
| \`licences.csv\` | ${licences} 项许可 licences |
| \`offers.csv\` | ${shops} 家店铺的 ${offers.toLocaleString('en-US')} 条产品信息 offers of ${shops} shops |
| \`expected.csv\` | 其中 ${planted} 条埋设产品信息的应有结果 what must become of the ${planted} planted offers |

其余 ${(offers - planted).toLocaleString('en-US')} 条均合法，不得产生线索；登记不完整，故查无此号不构成线索。预期依法律写成（\`demo/world/stories/\`），先于程序的结果。

*The other ${(offers - planted).toLocaleString('en-US')} are lawful and must give no lead; the register does not claim to be complete, so an absent number accuses nobody. The expectations are written from the law (\`demo/world/stories/\`), before the program was asked.*

\`expected.csv\`：\`offer\` 商品编号，\`right\` 权利号码（登记中没有相应权利的为空），\`expect\` 线索 lead、已排除 screened、待补充 held 或无 none，\`row_or_code\` 线索为判断表的行（\`4>12\` 为写错的号码及所指专利的行），其余为理由代码。

*\`offer\` is the item's id, \`right\` the number of the right (blank where the register has none), \`row_or_code\` of a lead the row of the decision table (\`4>12\`: a mistyped number, and the row of the patent that was meant), else the code of the reason.*

核对 check: \`./zhijian demo check\`。重新生成 make again: \`node demo/world/generate.ts\`，结果逐字节相同 with the same bytes。
`;
