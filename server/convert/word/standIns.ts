import { partText } from '../office/package.ts';
import { elementsOf, readXml } from '../office/xml.ts';
import type { StandIn } from './anchors.ts';
import type { Body, BodyRun } from './bodyRuns.ts';
import type { WordPackage } from './package.ts';

/** Finds for words of other parts what refers to them in the main part: the mark of a note, the place of a chart. */
export async function standIns({ zip, relationships }: WordPackage, body: Body): Promise<StandIn> {
  const parts = new Map<string, readonly Stretch[] | BodyRun>();
  for (const { id, type, target, external } of relationships) {
    if (external) continue;
    if (type === 'footnotes' || type === 'endnotes') {
      parts.set(target, notesIn((await partText(zip, target)) ?? '', type.slice(0, -1), body));
      continue;
    }
    const run = body.references.get(`relation ${id}`);
    if (run !== undefined) parts.set(target, run);
  }
  return ({ part, run }) => {
    const found = parts.get(part);
    if (found === undefined || !isStretches(found)) return found;
    return found.find(({ from, to }) => from <= run.from && run.from < to)?.mark;
  };
}

/** A note of a part of notes, with the run of its mark. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly mark: BodyRun | undefined;
}

function isStretches(found: readonly Stretch[] | BodyRun): found is readonly Stretch[] {
  return Array.isArray(found);
}

function notesIn(xml: string, kind: string, body: Body): readonly Stretch[] {
  const read = readXml(xml);
  if (!read.ok) return [];
  return elementsOf(read.root).map(({ from, to, attributes }) => ({
    from,
    to,
    mark: body.references.get(`${kind} ${attributes['w:id']}`),
  }));
}
