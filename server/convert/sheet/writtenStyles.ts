/** The formats of numbers that a workbook's cells have, each with its number among the styles of cells. */
export class Formats {
  readonly #patterns = new Map<string, number>();

  /** The style of cells with that pattern. */
  styleOf(pattern: string): number {
    const known = this.#patterns.get(pattern);
    if (known !== undefined) return known;
    const style = FIXED + this.#patterns.size;
    this.#patterns.set(pattern, style);
    return style;
  }

  get patterns(): readonly string[] {
    return [...this.#patterns.keys()];
  }
}

/** Styles that are always there: of numbers without a pattern, of the header, and of texts, whose lines are broken. */
export const HEADER_STYLE = 1;
export const TEXT_STYLE = 2;
const FIXED = 3;
/** Formats of a workbook's own are numbered from here. */
const FIRST_FORMAT = 164;

/** What the part of styles holds. */
export function stylesXml({ patterns }: Formats): string {
  const formats = patterns.map(
    (pattern, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${pattern}"/>`,
  );
  const own = patterns.map(
    (_, index) =>
      `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const xfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>`,
    ...own,
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return [
    counted('numFmts', formats),
    counted('fonts', [`<font>${font}</font>`, `<font><b/>${font}</font>`]),
    counted('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]),
    counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    counted('cellXfs', xfs),
  ].join('');
}

function counted(name: string, all: readonly string[]): string {
  return all.length === 0 ? '' : `<${name} count="${all.length}">${all.join('')}</${name}>`;
}
