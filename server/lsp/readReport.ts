import { type Landmarks, landmarkAt } from '../convert/source.ts';
import type { ImportNote } from '../convert/text/note.ts';
import { quote } from '../text/quote.ts';
import { SourceText } from '../text/sourceText.ts';

/** What a report of an import rests on. */
export interface Reported {
  /** The name of the file. */
  readonly name: string;
  /** The title of the framework that it was read by. */
  readonly framework: string;
  /** What the places of the notes are in. */
  readonly text: string;
  /** What places are told by; undefined where that is the lines of the text. */
  readonly landmarks: Landmarks | undefined;
  readonly notes: readonly ImportNote[];
}

const GROUPS: readonly (readonly [ImportNote['kind'], string])[] = [
  ['kept', 'To be looked at'],
  ['dropped', 'Left out'],
  ['restored', 'Put where it belongs'],
];

/** So many of the same kind are told one by one; then only their pages. */
const MOST_QUOTED = 12;

/** Says, as Markdown, what an import did beyond carrying text over; what is to be looked at comes first. */
export function readReport({ name, framework, text, landmarks, notes }: Reported): string {
  const source = SourceText.of(text);
  const place = ({ span }: ImportNote): string =>
    landmarks === undefined
      ? `line ${source.lineAt(span.from).number}`
      : `${landmarks.unit} ${landmarkAt(landmarks, span.from)}`;
  const parts = GROUPS.flatMap(([kind, heading]) => {
    const some = notes.filter((note) => note.kind === kind);
    return some.length === 0 ? [] : [`## ${heading}`, ...told(some, source, place)];
  });
  const all =
    notes.length === 0
      ? ['Every word was carried over as it stood.']
      : ['Every word that is not listed here was carried over as it stood.'];
  return `${[`# How "${name}" was read`, `It was read by the framework "${framework}".`, ...all, ...parts].join('\n\n')}\n`;
}

/** Notes of one message together, each with its words: a header comes again on every page. */
function told(
  notes: readonly ImportNote[],
  text: SourceText,
  place: (note: ImportNote) => string,
): readonly string[] {
  const messages = new Map<string, ImportNote[]>();
  for (const note of notes) messages.set(note.message, [...(messages.get(note.message) ?? []), note]);
  return [...messages].map(([message, same]) => {
    const shown = same.slice(0, MOST_QUOTED).map((note) => `- ${capital(place(note))}${quoted(note, text)}`);
    const rest = same.slice(MOST_QUOTED).map(place);
    const more = rest.length === 0 ? [] : [`- and on ${[...new Set(rest)].join(', ')}`];
    return [message, '', ...shown, ...more].join('\n');
  });
}

function quoted({ span }: ImportNote, text: SourceText): string {
  const words = quote(text, span);
  return words === '' ? '' : `: "${words}"`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
