// Sentences of the readers: what a cell may hold, and the warnings about a file.
export const READER_SENTENCE = {
  // What is allowed, for Rejected.allowed.
  day: {
    zh: '日期（须到日）：YYYY-MM-DD、YYYYMMDD、YYYY.M.D、YYYY/M/D、YYYY年M月D日，或其后带时间',
    en: 'a whole day, not just a month: YYYY-MM-DD, YYYYMMDD, YYYY.M.D, YYYY/M/D, YYYY年M月D日, with or without a time after it',
  },
  classes: { zh: '尼斯分类 1 至 45，如 9;25 或 第9类', en: 'Nice classes 1 to 45, as in 9;25' },
  yes_no: { zh: '是 或 否（yes/no、true/false、1/0 亦可）', en: 'yes or no (是/否, true/false, 1/0 as well)' },
  area: {
    zh: '国家代码（CN、US……）、中国行政区划代码（2、4 或 6 位数字）或省级名称',
    en: 'country codes (CN, US ...), Chinese division codes (2, 4 or 6 digits) or the name of a province',
  },
  office: { zh: '两位国家或机构代码，如 CN、US、EM、WO', en: 'a two-letter office code, as in CN, US, EM, WO' },
  licence_term: {
    zh: '起止日，如 2024-05-01至2026-04-01、2024年5月1日起3年、2024-05-01起长期；只写年数的须另有起始日',
    en: 'both ends, as in 2024-05-01至2026-04-01, 2024年5月1日起3年 (for 3 years), 2024-05-01起长期 (without end); a length alone needs a first day beside it',
  },
  term_order: { zh: '不早于起始日 {from}', en: 'not before the first day {from}' },
  one_of: { zh: '{list}', en: '{list}' },
  coverage: { zh: '国家:种类:起年-止年，如 CN:utility_model:2010-2026', en: 'OFFICE:KIND:FROM-TO, as in CN:utility_model:2010-2026' },
  patent_number: {
    zh: '中国专利号：12 位数字加校验位（201829999002.7）或 8 位数字加校验位（85 至 03 年），前可加 ZL 或 CN',
    en: 'a Chinese patent number: 12 digits and check character (201829999002.7) or 8 digits and check character (years 85 to 03), ZL or CN before it allowed',
  },
  patent_check: { zh: '校验位应为 {expected}', en: 'the check character should be {expected}' },
  patent_publication: {
    zh: '公开号或公告号不是专利号：请填申请号（专利号）',
    en: 'a publication number is not a patent number: give the application (patent) number',
  },
  patent_kind: {
    zh: '该号码的种类位表示{kind}，与种类一栏不符',
    en: 'the type digit of this number means {kind}, which differs from the kind given',
  },
  patent_kind_unknown: {
    zh: '仅写“专利”时须由中国专利号判断种类；请写明 {list}',
    en: 'just "patent" needs a Chinese patent number to tell the kind; write one of {list}',
  },
  trademark_number: {
    zh: '中国商标注册号：1 至 8 位数字，可带一个字母后缀；国际注册为 G 加 6 至 7 位数字',
    en: 'a Chinese trademark number: 1 to 8 digits, one letter after them allowed; G and 6 to 7 digits for an international registration',
  },
  foreign_number: { zh: '字母、数字和 / . -，至多 40 个字符', en: 'letters, digits and / . -, at most 40 characters' },
  columns: {
    zh: '缺少“{field}”列；可用的列名：{aliases}',
    en: 'column "{field}" is missing; headings that serve: {aliases}',
  },
  columns_one_of: {
    zh: '至少要有其中一列：{fields}；可用的列名：{aliases}',
    en: 'at least one of the columns {fields} is needed; headings that serve: {aliases}',
  },
  cell_required: { zh: '“{field}”须填写', en: '"{field}" must be given' },
  cell_one_of: { zh: '至少填写其中一项：{fields}', en: 'at least one of {fields} must be given' },
  column_count: { zh: '{expected} 列，得到 {found} 列', en: '{expected} columns, got {found}' },
  quote: {
    zh: '引号须成对，字段内的引号写作 ""；涉及第 {from} 至 {to} 行',
    en: 'quotes in pairs, a quote inside a field written ""; lines {from} to {to}',
  },
  too_long: { zh: '一条记录至多 {limit} 字节，此条 {found} 字节', en: 'a record of at most {limit} bytes, this one has {found}' },
  raw_too_long: {
    zh: '{allowed}；此条超过 {limit} 字节，原文未随之保存，请在原文件中修改',
    en: '{allowed}; this record has more than {limit} bytes and is not kept with it: mend it in the file itself',
  },
  too_long_lines: {
    zh: '一条记录至多 {limit} 字节，此条 {found} 字节；涉及第 {from} 至 {to} 行',
    en: 'a record of at most {limit} bytes, this one has {found}; lines {from} to {to}',
  },
  truncated: { zh: '完整的一行；文件在此中断', en: 'a whole row; the file breaks off here' },
  encoding: {
    zh: '{encoding} 文本；本条记录第 {byte} 个字节（0x{hex}）不合规',
    en: '{encoding} text; byte {byte} of this record (0x{hex}) does not fit',
  },
  member_unknown: { zh: '{file} 看不出是哪一种内容，未读入', en: 'cannot tell what {file} holds: it was left out' },
  member_other: { zh: '{file} 的内容是{kind}，未随本次导入读入', en: '{file} holds {kind}: it was left out of this import' },
  office_xml: {
    zh: '能读的 XML：美国商标和专利批量数据、欧洲专利局 OPS/DOCDB 与法律状态数据、WIPO ST.96 权利要求',
    en: 'XML that is read: USPTO trademark and patent bulk data, EPO OPS/DOCDB and legal events, claims in WIPO ST.96',
  },
  text_table: {
    zh: '文本表格（CSV、TSV 或 JSONL；UTF-8、GB18030 或带 BOM 的 UTF-16）；此文件像是 {found}',
    en: 'a text table (CSV, TSV or JSONL; UTF-8, GB18030 or UTF-16 with a BOM); this file looks like {found}',
  },
  json_record: { zh: '完整的 JSON 对象 {…}，与前后记录以逗号分隔', en: 'a whole JSON object {…}, parted from its neighbours by commas' },
  json: { zh: '每行一个 JSON 对象：{…}', en: 'one JSON object on each line: {…}' },
  // XML, record by record.
  xml_malformed: { zh: '格式正确的 XML；第 {line} 行：{detail}', en: 'well-formed XML; line {line}: {detail}' },
  xml_unclosed: { zh: '标签 {name} 没有结束', en: 'the tag {name} is not closed' },
  xml_end_tag: { zh: '结束标签与开始标签不符', en: 'an end tag does not fit its start tag' },
  xml_character: { zh: '含有 XML 不允许的字符', en: 'a character that XML does not allow' },
  xml_tag: { zh: '标签、属性或文字的写法不合 XML 规定', en: 'a tag, an attribute or a text is not written as XML wants it' },
  xml_number: { zh: 'XML 允许的字符编号；第 {line} 行的字符编号无效', en: 'the number of a character that XML allows; line {line} has another' },
  xml_entity: {
    zh: 'XML、HTML 与 ISO 的字符名；文件自行声明的实体一律不展开：第 {line} 行 &{name};',
    en: 'character names of XML, HTML and ISO; entities that a file declares are not expanded: line {line} &{name};',
  },
  xml_most: { zh: '一条记录至多 {limit} 个（层）{what}', en: 'at most {limit} {what} in a record' },
  xml_depth: { zh: '嵌套', en: 'levels' },
  xml_attributes: { zh: '属性', en: 'attributes of one tag' },
  xml_nodes: { zh: '标签与文字', en: 'tags and texts' },
  xml_next: {
    zh: '完整的 {name} 记录；下一条记录在第 {line} 行开始，此条尚未结束',
    en: 'a whole {name}; the next record begins on line {line} before this one ends',
  },
  xml_end: { zh: '完整的 {name} 记录；文件在此中断', en: 'a whole {name}; the file breaks off here' },
  xml_stray: { zh: '{name} 的开始标签：只有结束标签', en: 'a start tag of {name}: only the end tag is there' },
  xml_open: { zh: '{name} 的结尾：记录照常读取', en: 'the end of {name}: the records behind it are read all the same' },
  xml_encoding: { zh: '{allowed}；此文件声明 {encoding}', en: '{allowed}; this file declares {encoding}' },
  us_serial: { zh: '美国商标申请号：8 位数字', en: 'a US serial number: 8 digits' },
  rows: { zh: '表头一行，其后每行一条记录', en: 'one line of headings, then one record a line' },
  file_bytes: { zh: '文件至多 {limit} 字节，此文件 {found} 字节', en: 'a file of at most {limit} bytes, this one has {found}' },
  expanded_bytes: {
    zh: '解压后合计至多 {limit} 字节；此前已用去一部分，尚余 {left} 字节，此项为 {found} 字节',
    en: 'at most {limit} bytes when unpacked, all files together; {left} are left, this one has {found}',
  },
  unpacked_run: {
    zh: '解压后连续至多 {limit} 字节几乎相同的内容；此处已超过，其后未读',
    en: 'when unpacked, at most {limit} bytes in a row of nearly the same content; here are more, and what stands behind them is not read',
  },
  zip_files: { zh: '一个 ZIP 至多 {limit} 个文件，此 ZIP 有 {found} 个', en: 'at most {limit} files in a ZIP, this one has {found}' },
  zip_depth: { zh: '压缩包至多套 {limit} 层', en: 'containers at most {limit} deep' },
  zip_damaged: { zh: '完整的压缩文件；解压时出错：{detail}', en: 'a whole container; unpacking failed: {detail}' },
  zip_size: { zh: '压缩包目录所写的大小 {stated} 字节，实际 {found} 字节', en: 'the size that the ZIP states, {stated} bytes; there are {found}' },
  zip_sum: { zh: '与压缩包所记校验和相符的内容', en: 'content that fits the checksum in the ZIP' },
  zip_overlap: { zh: '各文件在压缩包中互不重叠', en: 'files that do not overlap in the ZIP' },
  zip_name: { zh: '压缩包内的相对文件名，不含 .. 与盘符', en: 'a relative file name within the ZIP, without .. and drive' },
  zip_link: { zh: '普通文件，不是符号链接', en: 'a plain file, no symbolic link' },
  zip_twice: { zh: '同一压缩包内不重名的文件；已读同名的前一个', en: 'file names that differ; the first of this name was read' },
  zip_encrypted: { zh: '未加密的文件：请解密后重新压缩', en: 'a file without a password: decrypt it and pack it again' },
  zip_method: {
    zh: '以 deflate 压缩或不压缩的文件；此文件的压缩方法编号为 {method}',
    en: 'a file that is stored or deflated; this one has method {method}',
  },
  shared_texts: { zh: '工作簿的共享文字至多 {limit} 字节', en: 'at most {limit} bytes of texts that the rows of a workbook share' },
  xls_bytes: {
    zh: '.xls 工作簿至多 {limit} 字节，此文件 {found} 字节：请另存为 .xlsx',
    en: 'an .xls workbook of at most {limit} bytes, this one has {found}: save it as .xlsx',
  },
  workbook_binary: { zh: '.xlsx 工作簿；此文件为 .xlsb：请另存为 .xlsx', en: 'an .xlsx workbook; this is an .xlsb: save it as .xlsx' },
  workbook_password: {
    zh: '无密码的工作簿：请去掉密码后另存为 .xlsx',
    en: 'a workbook without a password: take the password off and save it as .xlsx',
  },
  workbook_damaged: {
    zh: '完整的工作簿；读取时出错：{detail}。请用电子表格软件打开后另存为 .xlsx',
    en: 'a whole workbook; reading failed: {detail}. Open it in a spreadsheet and save it as .xlsx',
  },
  lost_digits: {
    zh: '完整的号码：电子表格只保留数字的前 15 位，其余已丢失。请把该列设为文本后重新填写',
    en: 'the whole number: a spreadsheet keeps 15 digits of it, the rest is lost. Format the column as text and enter it again',
  },
  status_history: { zh: '每行一个日期和一个法律状态，如 2019-01-11 授权', en: 'a day and a status on each line, as in 2019-01-11 授权' },
  any_patent: { zh: '专利（种类由号码判断）', en: 'patents, of the kind that each number says' },
  // Warnings.
  unknown_columns: {
    zh: '{file}：以下列不在列名表中（或与另一列重复），不参与判断，作为附加信息（extra）随该产品写入结果（很长的只写开头）：{names}',
    en: '{file}: these columns are not in the table of headings (or double another column); they decide nothing and are kept as extra facts, in the extra of the offer in each result (of a very long one the beginning): {names}',
  },
  unknown_register_columns: {
    zh: '{file}：以下列不在列名表中（或与另一列重复），不参与判断，也不写入检测结果；导入系统时随记录原样保存：{names}',
    en: '{file}: these columns are not in the table of headings (or double another column); they decide nothing and stand in no result; an import keeps them with their record as extra facts: {names}',
  },
  not_read: {
    zh: '{file}：无法作为表格读入，整个文件的记录均未读',
    en: '{file}: cannot be read as a table, none of its records was read',
  },
  captured_after: {
    zh: '有 {count} 件产品的采集日期晚于判断日 {judged_on}，仍按采集日期判断；首件在 {file} 第 {line} 行（{given}）：请核对日期，或用 --judged-on 指明判断日',
    en: '{count} offers were captured after the day of judging {judged_on} and are judged by the day of capture; the first is {file} line {line} ({given}): check the days, or name the day of judging with --judged-on',
  },
  no_rows: { zh: '{file}：只有表头，没有记录', en: '{file}: headings only, no records' },
  unread_cells: {
    zh: '{file}：{field} 有 {count} 处无法识别，作空值处理，原文存为附加信息（extra）；首处在第 {line} 行：{given}',
    en: '{file}: {count} values of {field} could not be read, are taken as not given and kept as extra facts; first on line {line}: {given}',
  },
  xml_no_records: { zh: '{file}：没有 {name} 记录', en: '{file}: no {name} records' },
  unread_days: {
    zh: '{file}：{field} 有 {count} 处不是日期，作空值处理，原文存入 extra；首处在第 {line} 行开始的记录：{given}',
    en: '{file}: {count} values of {field} are no days, are taken as not given and kept as extra facts; first in the record that begins on line {line}: {given}',
  },
  coverage_dropped: {
    zh: '{file}：有 {count} 条记录未能读入或没有记录，不视为完整登记：其中查不到的号码不作为假冒依据',
    en: '{file}: {count} records could not be read, or there are none, so the file does not count as a complete register: a number absent from it accuses nobody',
  },
  coverage_again: {
    zh: '{file}：退回的记录已全部改好，视为完整登记',
    en: '{file}: all the records that were set aside are mended, so the file counts as a complete register',
  },
  kind_implied: {
    zh: '{file}：没有权利种类一列，按其余表头读作{kind}',
    en: '{file}: there is no column for the kind of right; by the other headings read as {kind}',
  },
  // What is odd in a table and is no record.
  note_title: {
    zh: '{file}：表头之上有 {count} 行不是记录，未读；首行在第 {line} 行：{text}',
    en: '{file}: {count} lines above the headings or like them are no records; first on line {line}: {text}',
  },
  note_blank: {
    zh: '{file}：记录之间有 {count} 个空行；首行在第 {line} 行',
    en: '{file}: {count} blank lines between the records; first on line {line}',
  },
  note_repeated_heading: {
    zh: '{file}：表头重复出现 {count} 次，未作为记录；首次在第 {line} 行',
    en: '{file}: the headings are repeated {count} times and are no records; first on line {line}',
  },
  note_footnote: {
    zh: '{file}：有 {count} 行合计、附注或页码，未作为记录；首行在第 {line} 行：{text}',
    en: '{file}: {count} lines of totals, notes or page numbers are no records; first on line {line}: {text}',
  },
  note_heading_lines: {
    zh: '{file}：表头占两行（第 {line} 行起），合并读作：{text}',
    en: '{file}: the headings take two lines, from line {line}, and are read together as: {text}',
  },
  note_hidden_sheet: { zh: '{file}：隐藏的工作表也已读入：{text}', en: '{file}: a hidden sheet was read as well: {text}' },
  note_no_value: {
    zh: '{file}：有 {count} 行的公式未存计算结果，该单元格作空值；首行在第 {line} 行。请用电子表格软件打开并保存后重新导入',
    en: '{file}: {count} rows hold a formula saved without its value, which counts as not given; first on line {line}. Open and save the file in a spreadsheet, then import it again',
  },
  sheet_without_table: { zh: '{file}：工作表“{sheet}”未读：{lack}', en: '{file}: the sheet "{sheet}" was not read: {lack}' },
  // Headings of the tables in docs/formats.md.
  doc_field: { zh: '字段', en: 'field' },
  doc_headings: { zh: '也可写作', en: 'other headings that serve' },
  doc_code: { zh: '取值', en: 'value' },
  doc_meaning: { zh: '含义', en: 'meaning' },
  doc_words: { zh: '也可写作', en: 'other words that serve' },
} as const;
