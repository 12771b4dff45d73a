import { child, elementsOf, type XmlElement } from '../office/xml.ts';
import { bulletOf } from './glyphs.ts';
import { formatNumber } from './numberFormats.ts';
import { isOn, numberOf, settingOf } from './properties.ts';

/** One level of a list, as the file defines it. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as "%1.%2", where a number stands for the count of its level. */
  readonly text: string;
  /** The level, from 1, below which counting begins again; 0 for never. */
  readonly restart: number | undefined;
  readonly digitsOnly: boolean;
  readonly style: string | undefined;
  readonly font: string | undefined;
  /** How far its paragraphs are from the margin, in twentieths of a point. */
  readonly indent: number | undefined;
}

interface List {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** What stands before a paragraph. */
export interface Label {
  readonly text: string;
  readonly ordered: boolean;
  readonly indent: number | undefined;
}

export const DEEPEST_LEVEL = 8;

/** The lists of a document, and the counts that they have come to while it is read. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const definitions = new Map<string, XmlElement>();
    const byStyle = new Map<string, XmlElement>();
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:abstractNum') continue;
      definitions.set(element.attributes['w:abstractNumId'] ?? '', element);
      const style = settingOf(element, 'w:styleLink');
      if (style !== undefined) byStyle.set(style, element);
    }
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:num') continue;
      const named = definitions.get(settingOf(element, 'w:abstractNumId') ?? '');
      const definition = byStyle.get(settingOf(named, 'w:numStyleLink') ?? '') ?? named;
      if (definition !== undefined)
        this.#lists.set(element.attributes['w:numId'] ?? '', readList(element, definition));
    }
  }

  /** The level of a list that is tied to a style of paragraphs. */
  levelOf(list: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    for (const [level, { style: own }] of this.#lists.get(list)?.levels ?? [])
      if (own === style) return level;
    return undefined;
  }

  /** Counts a paragraph and says what stands before it; undefined for a list that is not defined. */
  next(id: string, level: number): Label | undefined {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return undefined;
    const counts = this.#count(id, list, level, own);
    if (own.format === 'bullet') {
      return { text: bulletOf(own.text.trim(), own.font), ordered: false, indent: own.indent };
    }
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const meant = list.levels.get(at);
      const format = own.digitsOnly ? 'decimal' : (meant?.format ?? 'decimal');
      return formatNumber(counts[at] ?? meant?.start ?? 1, format);
    });
    return { text: text.trim(), ordered: true, indent: own.indent };
  }

  #count(id: string, list: List, level: number, own: Level): readonly (number | undefined)[] {
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);
    const override = list.startOverrides.get(level);
    const first = `${id} ${level}`;
    if (override !== undefined && !this.#begun.has(first)) counts[level] = override;
    else counts[level] = (counts[level] ?? own.start - 1) + 1;
    this.#begun.add(first);
    for (let deeper = level + 1; deeper <= DEEPEST_LEVEL; deeper++) {
      const restart = list.levels.get(deeper)?.restart;
      if (restart === undefined || level < restart) counts[deeper] = undefined;
    }
    return counts;
  }
}

function readList(element: XmlElement, definition: XmlElement): List {
  const levels = new Map<number, Level>();
  const startOverrides = new Map<number, number>();
  for (const one of elementsOf(definition)) if (one.name === 'w:lvl') addLevel(levels, one);
  for (const one of elementsOf(element)) {
    if (one.name !== 'w:lvlOverride') continue;
    const own = child(one, 'w:lvl');
    if (own !== undefined) addLevel(levels, own);
    const level = numberOf(one.attributes['w:ilvl']);
    const start = numberOf(settingOf(one, 'w:startOverride'));
    if (level !== undefined && start !== undefined) startOverrides.set(level, start);
  }
  return { definition: definition.attributes['w:abstractNumId'] ?? '', levels, startOverrides };
}

function addLevel(levels: Map<number, Level>, element: XmlElement): void {
  const level = numberOf(element.attributes['w:ilvl']);
  if (level === undefined || level < 0 || level > DEEPEST_LEVEL) return;
  const fonts = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes;
  const digitsOnly = child(element, 'w:isLgl');
  levels.set(level, {
    start: numberOf(settingOf(element, 'w:start')) ?? 0,
    format: settingOf(element, 'w:numFmt') ?? 'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    restart: numberOf(settingOf(element, 'w:lvlRestart')),
    digitsOnly: digitsOnly !== undefined && isOn(digitsOnly.attributes['w:val']),
    style: settingOf(element, 'w:pStyle'),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    indent: leftIndent(child(element, 'w:pPr')),
  });
}

/** How far a paragraph is from the margin, where its properties say so; in twentieths of a point. */
export function leftIndent(properties: XmlElement | undefined): number | undefined {
  const indent = child(properties, 'w:ind')?.attributes;
  return numberOf(indent?.['w:left'] ?? indent?.['w:start']);
}
