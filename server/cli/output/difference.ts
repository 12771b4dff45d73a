import type { Change, Difference, Said } from '../../features/difference/change.ts';
import { changeText, isNothing } from '../../features/difference/words.ts';
import type { Finding } from '../../text/problem.ts';
import type { Io } from '../io.ts';
import type { Paint } from './colours.ts';
import type { Compared, ComparedFile, ComparedOutput } from './compared.ts';
import { visible } from './screen.ts';
import { count } from './summary.ts';
import { hanging, widthFor } from './wrap.ts';

interface Line {
  readonly place: string;
  readonly text: string;
}

/** For people: section by section what has changed, each with its line or page in both versions. */
export class DifferenceOutput implements ComparedOutput {
  readonly #io: Io;
  readonly #paint: Paint;
  #same = 0;
  #told = 0;

  constructor(io: Io, paint: Paint) {
    this.#io = io;
    this.#paint = paint;
  }

  readonly add = ({ before, after, difference }: Compared): void => {
    if (before === undefined || after === undefined || difference === undefined) {
      const [words, file] = before === undefined ? ['New', after?.file] : ['Gone', before.file];
      this.#say([`${words}: ${this.#paint('bold', visible(file ?? ''))}`]);
      return;
    }
    if (isNothing(difference) && countFindings(difference) === 0) {
      this.#same += 1;
      return;
    }
    const title = `${this.#paint('bold', `${visible(before.file)} → ${visible(after.file)}`)}${placesIn(before, after)}`;
    this.#say([title, ...this.#changes(difference, before, after), '', sumOf(difference)]);
  };

  readonly end = (): void => {
    if (this.#same === 0) return;
    const one = this.#told === 0 ? 'Both versions say' : '1 other document says';
    const many = `${this.#same} ${this.#told === 0 ? '' : 'other '}documents say`;
    this.#io.out(`${this.#same === 1 ? one : many} the same.\n`);
  };

  #say(lines: readonly string[]): void {
    this.#told += 1;
    this.#io.out(`${lines.join('\n')}\n\n`);
  }

  #changes(difference: Difference, before: ComparedFile, after: ComparedFile): readonly string[] {
    const place = (was: Said | undefined, is: Said | undefined) =>
      placesOf(was && placeOf(before, was), is && placeOf(after, is));
    const { groups, passages, findings } = difference;
    const of = (finding: Finding, file: ComparedFile, side: 'before' | 'after'): Line => {
      const own = placeOf(file, { text: '', span: finding.span });
      const text = `${finding.message} (${finding.rule})`;
      return { place: side === 'before' ? placesOf(own, undefined) : placesOf(undefined, own), text };
    };
    return [
      ...groups.flatMap(({ section, changes }) =>
        this.#group(
          section ?? 'The document',
          changes.map((change: Change) => ({
            place: place(change.before, change.after),
            text: changeText(change),
          })),
        ),
      ),
      ...this.#group(
        'Other words',
        passages.map(({ before: was, after: is }) => ({
          place: place(was, is),
          text:
            was === undefined
              ? `new: "${opening(is)}"`
              : is === undefined
                ? `gone: "${opening(was)}"`
                : `"${opening(is)}"`,
        })),
      ),
      ...this.#group(
        'No longer found',
        findings.mended.map((finding) => of(finding, before, 'before')),
      ),
      ...this.#group(
        'Newly found',
        findings.found.map((finding) => of(finding, after, 'after')),
      ),
    ];
  }

  #group(title: string, lines: readonly Line[]): readonly string[] {
    if (lines.length === 0) return [];
    const width = Math.max(...lines.map(({ place }) => place.length));
    const room = widthFor(this.#io);
    return [
      '',
      this.#paint('bold', visible(title)),
      ...lines.flatMap(({ place, text }) => {
        const [first = '', ...rest] = hanging(`  ${place.padEnd(width)}  `, visible(text), room);
        return [`  ${this.#paint('dim', place.padEnd(width))}${first.slice(2 + width)}`, ...rest];
      }),
    ];
  }
}

/** What the places are that stand before each change. */
function placesIn(...files: readonly ComparedFile[]): string {
  return files.every(({ text }) => text.hasLines) ? ', by their lines' : '';
}

/** `12`, or `p. 3` of what has pages. */
function placeOf({ text, loaded }: ComparedFile, { span }: Said): string {
  const { from } = loaded.toSource(span);
  if (text.hasLines) return `${text.at(from).line}`;
  const landmark = text.landmarkAt(from);
  return landmark === undefined ? '' : `${landmark.unit === 'page' ? 'p.' : '¶'} ${landmark.number}`;
}

/** Where something stands in both versions, or in the one that has it. */
function placesOf(before: string | undefined, after: string | undefined): string {
  return [before ?? '–', after ?? '–'].join(' → ');
}

const LONGEST = 90;

/** The first words of a sentence. */
function opening(said: Said | undefined): string {
  const text = said?.text ?? '';
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}

function countFindings({ findings: { mended, found } }: Difference): number {
  return mended.length + found.length;
}

/** `12 changes; 2 sentences in other words; 10 findings fewer, 12 new.` */
function sumOf({ groups, passages, findings: { mended, found } }: Difference): string {
  const changes = groups.reduce((sum, group) => sum + group.changes.length, 0);
  const parts = [
    count(changes, 'change'),
    ...(passages.length === 0 ? [] : [`${count(passages.length, 'sentence')} in other words, new or gone`]),
    ...(mended.length === 0 ? [] : [`${count(mended.length, 'finding')} mended`]),
    ...(found.length === 0 ? [] : [`${count(found.length, 'finding')} new`]),
  ];
  return `${parts.join('; ')}.`;
}
