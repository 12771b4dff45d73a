import { child, entries, items, type Located, valueSpan } from '../../framework/locate.ts';
import { measureKey } from '../../report/measureDictionary.ts';
import { readSourceDef } from '../../report/sources/sourceDef.ts';
import type { TextEdit } from '../../text/edit.ts';
import { written } from '../dataCompletion.ts';
import type { DataFile } from '../dataFile.ts';
import { readPackSources } from '../packSources.ts';

/**
 * What a `touchstone.yaml` has to say once documents call measures otherwise, so that the figures of its spreadsheets
 * still count for them: an entry below `names:` of each sheet that calls a measure as documents did.
 * @param renamed what documents call the measure now, for one whose name changes
 */
export function sheetTies(
  { input }: DataFile,
  root: Located | undefined,
  renamed: (name: string) => string | undefined,
): readonly TextEdit[] {
  return items(child(root, 'sources')).flatMap((place) => {
    const said = sheetNames(place, input.workbooks ?? new Map());
    const untied = said.flatMap((name): Pair[] => {
      const now = renamed(name);
      // What the sheet calls so as well has its figures there.
      const isThere = now === undefined || said.some((one) => measureKey(one) === measureKey(now));
      return isThere ? [] : [[name, now]];
    });
    return untied.length === 0 ? [] : [named(input.text.toString(), place, untied)];
  });
}

/** The measures of a sheet that documents call as it does. */
function sheetNames(
  place: Located,
  workbooks: NonNullable<DataFile['input']['workbooks']>,
): readonly string[] {
  const defs = readSourceDef(place);
  const mapped = new Set(defs.flatMap(({ names }) => names.map(([inSheet]) => measureKey(inSheet))));
  return readPackSources(defs, workbooks)
    .sources.flatMap(({ source }) => [...source.measures.values()].map(({ name }) => name))
    .filter((name) => !mapped.has(measureKey(name)));
}

type Pair = readonly [inSheet: string, inDocuments: string];

/** Adds entries to the `names:` of a source, in the way in which it is written. */
function named(text: string, place: Located, pairs: readonly Pair[]): TextEdit {
  const known = child(place, 'names');
  const first = entries(known)[0]?.key.span.from;
  if (known === undefined) return behindFile(text, place, pairs);
  if (first === undefined) {
    const lead = text[known.at - 1] === ':' ? ' ' : '';
    return { span: valueSpan(known), insert: `${lead}{ ${inBraces(pairs)} }` };
  }
  const span = { from: first, to: first };
  if (text[known.at] === '{') return { span, insert: `${inBraces(pairs)}, ` };
  return { span, insert: onLines(pairs, (entry) => `${entry}${lineBreak(text, first)}`) };
}

/** Every source has a file, which is written on one line. */
function behindFile(text: string, place: Located, pairs: readonly Pair[]): TextEdit {
  const file = child(place, 'file') ?? place;
  const end = valueSpan(file).to;
  if (text[place.at] === '{')
    return { span: { from: end, to: end }, insert: `, names: { ${inBraces(pairs)} }` };
  const line = lineBreak(text, file.key?.span.from ?? file.at);
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  return {
    span: { from: at, to: at },
    insert: `${line}names:${onLines(pairs, (entry) => `${line}  ${entry}`)}`,
  };
}

function inBraces(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.map((name) => JSON.stringify(name)).join(': ')).join(', ');
}

function onLines(pairs: readonly Pair[], line: (entry: string) => string): string {
  return pairs.map((pair) => line(pair.map(written).join(': '))).join('');
}

/** A new line that begins in the column of a place. */
function lineBreak(text: string, at: number): string {
  return `\n${' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1))}`;
}
