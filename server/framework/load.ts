import type { DataReading } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Problem } from '../text/problem.ts';
import { meaningProblems } from './check.ts';
import { readDraft } from './draft.ts';
import { complete, type ExtendsCycle } from './extend.ts';
import type { Framework } from './framework.ts';
import { child, type Located, textOf, valueSpan } from './locate.ts';
import { nearest } from './name.ts';
import { ScaleLibrary } from './scales.ts';
import { schemaProblems } from './schema.ts';

/** Finds the framework that another one extends, or says why it must not be looked for. */
export type Resolve = (id: string) => Framework | ExtendsCycle | undefined;

export interface LoadedFramework {
  /** Undefined only for a file without an id. */
  readonly framework: Framework | undefined;
  /** In the order of the text; found when they are first asked for. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a framework file. Never throws: a file with faults gives the framework that can be made of the rest.
 * @param text with LF line ends
 * @param resolve finds what the framework extends
 * @param known the ids of all frameworks, for a hint at the one that was meant
 */
export function loadFramework(
  text: string,
  resolve: Resolve,
  known: readonly string[] = [],
): LoadedFramework {
  return loadReading(readYaml(text), resolve, known);
}

/** Like `loadFramework`, of a text that has been read as YAML already. */
export function loadReading(
  reading: DataReading,
  resolve: Resolve,
  known: readonly string[],
  scales: ScaleLibrary = new ScaleLibrary(),
): LoadedFramework {
  const root = rootOf(reading);
  if (root === undefined) return { framework: undefined, problems: emptyProblems(reading) };
  const shape = () => [...reading.problems, ...schemaProblems('framework', root.node, root.at)];
  const draft = readDraft(root);
  if (draft === undefined) return { framework: undefined, problems: inOrder(shape()) };
  const { base, problem } = findBase(root, draft.id, resolve, known);
  const framework = complete(draft, base, scales);
  let found: readonly Problem[] | undefined;
  return {
    framework,
    // Of a shipped framework nobody asks, and every start would pay for it.
    get problems() {
      found ??= inOrder([
        ...shape(),
        ...(problem === undefined ? [] : [problem]),
        ...meaningProblems({ root, base, framework, scales, orphan: problem !== undefined }),
      ]);
      return found;
    },
  };
}

/** The root of a reading as a place, or undefined when the text holds no data. */
export function rootOf(reading: DataReading): Located | undefined {
  return reading.root && { node: reading.root, at: reading.at, key: undefined };
}

function emptyProblems(reading: DataReading): readonly Problem[] {
  if (reading.problems.length > 0) return reading.problems;
  const message = 'This framework is empty: it needs at least an "id" and a "title".';
  return [{ span: { from: 0, to: 0 }, message }];
}

interface BaseFound {
  readonly base: Framework | undefined;
  readonly problem: Problem | undefined;
}

function findBase(root: Located, id: string, resolve: Resolve, known: readonly string[]): BaseFound {
  const place = child(root, 'extends');
  const wanted = textOf(place);
  if (place === undefined || wanted === undefined) return { base: undefined, problem: undefined };
  const found = wanted === id ? { cycle: [id, id] } : resolve(wanted);
  if (found !== undefined && !('cycle' in found)) return { base: found, problem: undefined };
  const span = valueSpan(place);
  if (found !== undefined) return { base: undefined, problem: { span, message: cycleMessage(found.cycle) } };
  return { base: undefined, problem: { span, ...unknownBase(wanted, id, known) } };
}

function unknownBase(wanted: string, id: string, known: readonly string[]): Omit<Problem, 'span'> {
  const others = known.filter((candidate) => candidate !== id);
  const meant = nearest(wanted, others, (candidate) => candidate)[0];
  if (meant === undefined) return { message: `There is no framework "${wanted}".` };
  return { message: `There is no framework "${wanted}"; did you mean "${meant}"?`, meant };
}

function cycleMessage(cycle: readonly string[]): string {
  const [self, ...rest] = cycle;
  if (rest.length < 2) return 'A framework cannot extend itself.';
  const steps = rest.map((id) => `"${id}"`).join(', which extends ');
  return `A framework cannot extend itself, not even through others: "${self}" extends ${steps}.`;
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}
