import type { Span } from '../../text/span.ts';
import { child, elementsOf, hasOuterBlanks, readXml, within, type XmlElement } from '../office/xml.ts';
import { TRACE } from './marks.ts';
import { namesOf } from './names.ts';
import { type Splice, spliced } from './splice.ts';

/** Takes the marks of some comments out of a part, and puts runs together again that were cut for them. */
export function withoutMarks(xml: string, ids: ReadonlySet<number>): string {
  const gone: Span[] = [];
  const halves = new Map<number, Half>();
  const take = (element: XmlElement) => {
    for (const mark of MARKS) gone.push(...within(element, mark).filter((one) => ids.has(idOf(one))));
    for (const run of runsOf(element)) {
      const reference = child(run, 'w:commentReference');
      if (reference !== undefined && ids.has(idOf(reference))) {
        const alone = elementsOf(run).every(({ name }) => name === 'w:rPr' || name === 'w:commentReference');
        gone.push(alone ? run : reference);
      }
      const half = halfOf(xml, run);
      if (half !== undefined) halves.set(run.from, half);
    }
  };
  readXml(xml, { body: 'w:body', take });
  gone.sort((a, b) => a.from - b.from);
  const { prefix } = namesOf(xml);
  const splices = stretches(gone).map((span) => removed(xml, span, halves.get(span.to), prefix));
  return withoutTraces(spliced(xml, splices), prefix);
}

const MARKS = ['w:commentRangeStart', 'w:commentRangeEnd'] as const;

/** The second half of a run that was cut: where what belongs to the half alone ends. */
interface Half {
  /** Behind its start tag and its looks. */
  readonly inside: number;
  /** Behind the start tag of its words, when the cut went through words. */
  readonly words: number | undefined;
}

function idOf({ attributes }: XmlElement): number {
  return Number(attributes['w:id']);
}

function runsOf(element: XmlElement): readonly XmlElement[] {
  return element.name === 'w:r' ? [element] : within(element, 'w:r');
}

function halfOf(xml: string, run: XmlElement): Half | undefined {
  const tagEnd = xml.indexOf('>', run.from) + 1;
  if (!xml.slice(run.from, tagEnd).endsWith(TRACE.halfEnd)) return undefined;
  const inside = child(run, 'w:rPr')?.to ?? tagEnd;
  const words = elementsOf(run).find(({ from }) => from === inside);
  const wordsEnd = xml.indexOf('>', inside) + 1;
  const cut = words?.name === 'w:t' && xml.slice(inside, wordsEnd).endsWith(TRACE.halfEnd);
  return { inside, words: cut ? wordsEnd : undefined };
}

/** Spans that touch, as one. */
function stretches(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans) {
    const last = found.at(-1);
    if (last?.to === from) found[found.length - 1] = { from: last.from, to };
    else found.push({ from, to });
  }
  return found;
}

/** Between two halves of a run, what was put there to cut it goes too. */
function removed(xml: string, { from, to }: Span, half: Half | undefined, w: string): Splice {
  const before = half?.words === undefined ? `</${w}r>` : `</${w}t></${w}r>`;
  if (half === undefined || !xml.startsWith(before, from - before.length)) return { from, to, text: '' };
  return { from: from - before.length, to: half.words ?? half.inside, text: '' };
}

/** Words that had to say that their blanks count only for as long as they were cut. */
function withoutTraces(xml: string, w: string): string {
  const start = `<${w}t${TRACE.preserve}>`;
  const parts = xml.split(start);
  return parts
    .map((part, index) => {
      if (index === 0) return part;
      const words = part.slice(0, Math.max(0, part.indexOf(`</${w}t>`)));
      return `${hasOuterBlanks(words) ? start : `<${w}t>`}${part}`;
    })
    .join('');
}
